import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Imported by Vitest's configurations: whatever tests, and the processes that they start, leave in the
 * temporary folder is in one folder for each run, and gone after it.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'souk-tests-'));
// PostgreSQL has a user of its own where root runs the tests.
chmodSync(folder, 0o755);
process.env.TMPDIR = folder;
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
