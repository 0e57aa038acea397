import { defineConfig } from 'vitest/config'

/** `npm run screenshots`: no test of anything, but the same runner that the pages' tests have. */
export default defineConfig({ test: { include: ['test/screenshots/*.test.ts'] } })
