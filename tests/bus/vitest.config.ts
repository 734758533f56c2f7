import { defineConfig } from 'vitest/config';
import '../temporary-folder.ts';

/** The bus on real brokers, which this starts: seconds for each test, so it has its own script. */
export default defineConfig({
  test: {
    include: ['tests/bus/*.bus.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
