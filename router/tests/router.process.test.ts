import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { shop } from './graph/shop.ts';
import { composed } from './graph/start.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'router-process-'));
const supergraph = join(folder, 'supergraph.graphql');
writeFileSync(
  supergraph,
  composed(shop().map((subgraph) => Object.assign(subgraph, { url: 'http://127.0.0.1:1/' }))),
);

function run(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH } });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
  return { child, output, ended };
}

test('it starts alone on a supergraph, and ends in order', async () => {
  const { child, output, ended } = run('--supergraph', supergraph, '--port', '0');
  while (!output.stdout.includes('listening')) await once(child.stdout, 'data');
  const url = /"url":"([^"]+)"/.exec(output.stdout)?.[1];
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename viewer { id } }"}',
  });
  expect(await response.json()).toMatchObject({
    data: { __typename: 'Query', viewer: null },
    errors: [{ path: ['viewer'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

test('trouble at the start is one line that says what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const bad = join(folder, 'bad.graphql');
  writeFileSync(bad, 'type Query {');
  const help = await run('--help').ended;
  const wrong = await run('--port', 'x').ended;
  const yaml = join(folder, 'router.yaml');
  writeFileSync(yaml, 'limits:\n  max_dept: 3\n');
  const misspelt = await run('--config', yaml).ended;
  const missing = await run('--supergraph', join(folder, 'none.graphql')).ended;
  const broken = await run('--supergraph', bad).ended;
  const subgraph = join(folder, 'subgraph.graphql');
  writeFileSync(subgraph, 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")');
  const uncomposed = await run('--supergraph', subgraph).ended;
  const busy = await run('--supergraph', supergraph, '--port', String(port)).ended;
  taken.close();
  expect(help).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('--supergraph FILE|URL|registry:DIR'),
  });
  expect(misspelt).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('router.yaml:2): not a key; did you mean max_depth?'),
  });
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('none.graphql') });
  expect(broken.code).toBe(1);
  expect(broken.stderr.trim().split('\n')).toHaveLength(1);
  expect(broken.stderr).toContain('bad.graphql cannot be served');
  expect(uncomposed).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Compose the subgraphs first'),
  });
  expect(busy).toMatchObject({ code: 1, stderr: expect.stringContaining('Stop what uses') });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('PORT') });
}, 60_000);
