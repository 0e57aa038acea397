import { defineConfig } from 'vitest/config'

/** The fault matrix: minutes, not seconds, and processes of its own; so it is no part of `npm test`. */
export default defineConfig({
  test: { include: ['test/faults/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000, fileParallelism: false },
})
