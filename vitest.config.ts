import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole processes are started by many tests, on machines with two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
