import path from 'node:path';
import { defineConfig } from 'vitest/config';
import '../temporary-folder.ts';

/** The pages, in a real Chromium before a real stack. Needs Debian's package chromium. */
export default defineConfig({
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.browser.test.ts'],
    globalSetup: [path.resolve(import.meta.dirname, '../stack.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
