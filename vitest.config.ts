import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Stacks and synthesis are started in tests, on machines of two cores that do other things, too.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    setupFiles: ['test/openapi/support/watch-fetch.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/faults/**', 'test/screenshots/**'],
    coverage: {
      provider: 'v8',
      include: ['shared/domain/**'],
      reporter: ['text-summary'],
      thresholds: { branches: 100 },
    },
  },
})
