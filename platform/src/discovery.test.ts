import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { watchDiscovery } from './discovery.ts';
import { createLogger } from './log.ts';

const log = createLogger({ name: 'test', level: 'silent' });
const instance = (port: number) => ({ id: `a-${port}`, http: `http://127.0.0.1:${port}` });

test('instances come and go with the file, and a torn file changes nothing', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'discovery-')), 'discovery.json');
  writeFileSync(file, JSON.stringify({ a: [instance(1)] }));
  const discovery = watchDiscovery(file, log);
  try {
    expect(discovery.instances('a')).toEqual([instance(1)]);
    expect(discovery.instances('unknown')).toEqual([]);

    writeFileSync(file, JSON.stringify({ a: [instance(1), instance(22)] }));
    await vi.waitFor(() => expect(discovery.instances('a')).toHaveLength(2), 3_000);

    writeFileSync(file, '{"a": [{"id"');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(discovery.instances('a')).toHaveLength(2);
  } finally {
    discovery.close();
  }
});
