import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const minute = 60_000;

export default defineConfig({
  test: {
    // Vitest would leave one core idle, which on two cores is half of them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        // Unit tests lie beside the code. Type tests (*.test-d.ts) are checked by tsc alone.
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: ['test/seed.ts'],
          testTimeout: minute / 2,
        },
      },
      {
        // What spans modules: cases, properties, real encrypted files, the shape of the code itself.
        test: {
          name: 'spans',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          setupFiles: ['test/seed.ts'],
          testTimeout: minute,
          hookTimeout: minute,
        },
      },
      {
        // The built app in a real window, two at a time: each spec has a window, a core and folders of its own.
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          // A busy machine takes longer than a second to answer a window.
          expect: { poll: { timeout: minute / 6 } },
        },
      },
    ],
  },
});
