import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Half of the time is other processes' time: no core is kept back for this one.
    maxWorkers: '100%',
    // Whole processes are started by many tests, on machines with two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
