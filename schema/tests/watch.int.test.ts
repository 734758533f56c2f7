import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { watchComposition } from '../src/composition/watch-composition.ts';
import { repository } from './repository.ts';

const { root, write } = repository();
const stop = new AbortController();
const told: string[] = [];
let watching: Promise<void>;

/** The machine may be busy with other suites. */
const eventually = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 15_000 });

const output = path.join(root, 'supergraph.graphql');
const supergraph = () => readFileSync(output, 'utf8');
const config = (...names: string[]) =>
  `subgraphs:\n${names
    .map(
      (name) =>
        `  ${name}: { routing_url: "http://127.0.0.1:1/", schema: { file: ${name}.graphql } }`,
    )
    .join('\n')}\n`;

beforeAll(async () => {
  write({ 'supergraph.yaml': config('a'), 'a.graphql': 'type Query { first: Int }' });
  const values = { config: 'supergraph.yaml', output: 'supergraph.graphql' };
  watching = watchComposition(values, {
    out: (text) => told.push(text),
    progress: (line) => told.push(line),
    ...{ env: {}, cwd: root, signal: stop.signal },
  });
  await eventually(() => expect(told.join()).toContain('Watching 2 files'));
});

afterAll(async () => {
  stop.abort();
  await watching;
});

test('a running router answers by the schema that was saved, a moment later', async () => {
  const main = fileURLToPath(import.meta.resolve('@souk/router/main'));
  const router = spawn(process.execPath, [main, '--supergraph', output, '--port', '0'], {
    ...{ cwd: root, env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  try {
    let log = '';
    router.stdout.setEncoding('utf8').on('data', (text) => (log += text));
    await eventually(() => expect(log).toContain('listening'));
    const url = /"url":"([^"]+)"/.exec(log)?.[1];
    const fields = async () => {
      const response = await fetch(`${url}/graphql`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: '{"query":"{ __schema { queryType { fields { name } } } }"}',
      });
      return JSON.stringify(await response.json());
    };
    expect(await fields()).toContain('first');
    write({ 'a.graphql': 'type Query { second: Int }' });
    await eventually(async () => expect(await fields()).toContain('second'));
  } finally {
    router.kill('SIGTERM');
    await once(router, 'exit');
  }
});

test('what does not compose is told, and the last supergraph that did stays', async () => {
  const good = supergraph();
  write({ 'a.graphql': 'type Query { third: Nope }' });
  await eventually(() => expect(told.join()).toContain('Unknown type Nope'));
  expect(supergraph()).toBe(good);
  write({ 'a.graphql': 'type Query { third: Int }' });
  await eventually(() => expect(supergraph()).toContain('third'));
});

test('a file that an editor replaces is seen, and a subgraph that is added is followed', async () => {
  write({ 'a.new': 'type Query { fourth: Int }' });
  renameSync(path.join(root, 'a.new'), path.join(root, 'a.graphql'));
  await eventually(() => expect(supergraph()).toContain('fourth'));
  write({ 'supergraph.yaml': config('a', 'b') });
  await eventually(() => expect(told.join()).toContain('b.graphql cannot be read'));
  write({ 'b.graphql': 'type Fifth { x: Int }' });
  await eventually(() => expect(supergraph()).toContain('Fifth'));
  writeFileSync(path.join(root, 'b.graphql'), 'type Sixth { x: Int }');
  await eventually(() => expect(supergraph()).toContain('Sixth'));
});
