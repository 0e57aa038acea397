import { defineConfig } from 'vitest/config'

/** The whole run: minutes, and so no part of `npm test`, which asks a share of it. */
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    env: { FUZZ_REQUESTS: process.env.FUZZ_REQUESTS ?? '100000' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
