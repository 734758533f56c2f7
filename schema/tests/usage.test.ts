import path from 'node:path';
import { createLogger } from '@souk/platform/log';
import { startRouter } from '@souk/router/compose';
import { parseConfig } from '@souk/router/config';
import { printUsage, type UsedOperation } from '@souk/router/usage/usage-file';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { compose } from '../src/commands/compose.ts';
import { usage } from '../src/commands/usage.ts';
import { Misuse } from '../src/exit-codes.ts';
import { workingTree } from '../src/source/working-tree.ts';
import { call } from './in-process.ts';
import { smallRepository } from './registry/small-repository.ts';

const repository = smallRepository();
afterAll(() => repository.remove());
beforeEach(() => {
  repository.reset();
  repository.write('schema.yaml', 'usage: { file: usage.json }\n');
});

const DAY = '2026-01-05';
const sent = (client: string, requests: number, more: Partial<UsedOperation> = {}) => ({
  ...{ client, name: 'Things', versions: ['1'], requests, firstSeen: DAY, lastSeen: DAY },
  ...{ document: 'query Things { thing { id } } # of mina@souk.example', ...more },
});
const record = (...operations: UsedOperation[]) =>
  printUsage({ format: 'souk-usage', version: 1, recordedUntil: DAY, operations });
const run = (...args: string[]) => call(usage, repository.root, ...args);
const committed = () => workingTree(repository.root).read('usage.json') ?? '';

test('what every router of a directory wrote is in one file, a line for each operation', async () => {
  repository.write('records/a.json', record(sent('web', 2), sent('app', 1)));
  repository.write('records/b.json', record(sent('web', 3)));
  expect(await run('import', 'records')).toMatchObject({
    ...{ code: 0, progress: 'usage.json: 0 operations before, 2 after.\n' },
  });
  const lines = committed().match(/^ {4}\{"client.*$/gm) ?? [];
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"web"');
  expect(lines[1]).toContain('"requests":5');
  expect(committed()).not.toContain('mina');
  const once = committed();
  await run('import', 'records');
  expect(committed()).toBe(once);
});

test('one client can be imported, listed, and forgotten again', async () => {
  repository.write('a.json', record(sent('web', 2), sent('app', 1)));
  await run('import', 'a.json', '--client', 'app');
  expect((await run('show')).out).toMatch(/app +Things +1 +2026-01-05/);
  expect((await run('show')).out).not.toContain('web');
  expect((await run('prune', '--older-than', '1')).progress).toContain('1 operations before, 0');
});

test('what a router serves at /usage is imported by who has its secret', async () => {
  const USAGE_SECRET = 'the secret of the tests';
  const supergraph = path.join(repository.root, 'supergraph.graphql');
  await call(compose, repository.root, '--output', supergraph);
  const env = { PORT: '0', USAGE_SECRET, DRAIN_IDLE_MS: '0' };
  const config = parseConfig([], env, {
    ...{ SUPERGRAPH_FILE: supergraph, EXAMPLES_DIR: repository.root },
  });
  if (config === null) throw new Error('no configuration');
  const router = await startRouter(config, createLogger({ name: 'test', level: 'silent' }));
  try {
    const headers = { 'content-type': 'application/json', 'apollographql-client-name': 'web' };
    const body = JSON.stringify({ query: '{ thing { id } }' });
    await fetch(`${router.url}/graphql`, { method: 'POST', headers, body });
    const source = `${router.url}/usage`;
    await expect(run('import', source)).rejects.toThrow(/USAGE_SECRET is not what it wants/);
    await repository.run(usage, ['import', source], {}, { USAGE_SECRET });
    expect((await run('show')).out).toMatch(/web +anonymous-\w{8} +1 /);
  } finally {
    await router.close();
  }
});

test.each([
  [['import', 'nothing-here'], /nothing-here cannot be read/],
  [['import'], /takes files/],
  [['show'], /usage import makes it/],
  [['lend'], /one of show, import, export, prune/],
])('%j is refused', async (args, why) => {
  await expect(run(...args)).rejects.toThrow(why);
  await expect(run(...args)).rejects.toBeInstanceOf(Misuse);
});
