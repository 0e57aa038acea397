import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/faults/**'],
    coverage: { provider: 'v8', include: ['shared/domain/**'] },
  },
})
