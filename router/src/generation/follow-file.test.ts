import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { followFile } from './follow-file.ts';

test('what changes between the look and the beginning is told, and so is that a file is gone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'follow-'));
  const file = path.join(folder, 'a');
  writeFileSync(file, '1');
  const whenChanged = followFile(file);
  writeFileSync(file, '22');
  const changed = vi.fn();
  const following = whenChanged(changed);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1), 3_000);
  rmSync(folder, { recursive: true });
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2), 3_000);
  following.close();
});
