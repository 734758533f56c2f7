import { defineConfig } from 'vitest/config';
import '../temporary-folder.ts';

/** Services that lack something, and a checker that must notice: each test has a stack of its own. */
export default defineConfig({
  test: {
    include: ['tests/chaos/broken/*.chaos.test.ts'],
    testTimeout: 1_800_000,
    fileParallelism: false,
  },
});
