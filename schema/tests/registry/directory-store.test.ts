import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { textFile } from '@souk/router/registry/directory';
import { expect, test } from 'vitest';
import { directoryStore } from '../../src/registry/directory-store.ts';
import { conformance, sample } from './store-conformance.ts';

const fresh = () => mkdtempSync(path.join(tmpdir(), 'registry-'));

conformance('a directory', async () => {
  const directory = fresh();
  return {
    open: async () => directoryStore(directory),
    alter: async (hash) => writeFileSync(textFile(directory, hash), 'something else\n'),
    drop: async () => rmSync(directory, { recursive: true }),
  };
});

test('a directory holds no drafts and no lock once a release is published', async () => {
  const directory = fresh();
  const { move, texts } = sample('tidy');
  await directoryStore(directory).move('production', move, texts);
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => !/^(variants|texts)/.test(name) || /tmp|lock/.test(name))).toEqual(
    [],
  );
  rmSync(directory, { recursive: true });
});

test('a draft that a crash left behind is in nobody’s way', async () => {
  const directory = fresh();
  const store = directoryStore(directory);
  const { move, texts } = sample('crash');
  await store.move('production', move, texts);
  writeFileSync(path.join(directory, 'variants/production/000002.json.x.tmp'), '{"sequ');
  expect(await store.moves('production')).toHaveLength(1);
  expect(await store.move('production', move, texts)).toMatchObject({ sequence: 2 });
  rmSync(directory, { recursive: true });
});
