import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compose } from '../src/commands/compose.ts';
import { run } from './command-line.ts';
import { call } from './in-process.ts';
import { repository } from './repository.ts';

const { root, commit, write } = repository();
commit({
  'supergraph.yaml':
    'subgraphs:\n  a:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: a.graphql }\n',
  'a.graphql': 'type Query {\n  x: Int\n}\n',
});

test('a usage that cannot be used is 2, and says how it is used', async () => {
  const [nothing, unknown, option] = await Promise.all([
    run(root),
    run(root, 'chek'),
    run(root, 'compose', '--outptu', 'x'),
  ]);
  expect(nothing).toMatchObject({ code: 2, stdout: expect.stringContaining('Usage:') });
  expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('"chek"') });
  expect(option).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('outptu') });
});

test('compose writes the supergraph and the API schema, and tells so beside the data', async () => {
  const files = ['--output', 'out/s.graphql', '--api', 'out/api.graphql'];
  const composed = await call(compose, root, ...files);
  expect(composed).toMatchObject({ code: 0, out: '' });
  expect(composed.progress).toContain('out/s.graphql written');
  expect(readFileSync(path.join(root, 'out/s.graphql'), 'utf8')).toContain(
    '@join__graph(name: "a"',
  );
  expect(readFileSync(path.join(root, 'out/api.graphql'), 'utf8')).toBe(
    'type Query {\n  x: Int\n}\n',
  );
});

test('--check is 1 where a file is not what composition gives, and writes nothing', async () => {
  const values = ['--check', '--output', 'out/s.graphql', '--format', 'json'];
  const fresh = await call(compose, root, ...values);
  write({ 'out/s.graphql': 'as it was' });
  const stale = await call(compose, root, ...values);
  expect([fresh.code, stale.code]).toEqual([0, 1]);
  expect(JSON.parse(stale.out)).toMatchObject({
    passed: false,
    findings: [{ rule: 'FILE_STALE', place: { file: 'out/s.graphql' } }],
  });
  expect(readFileSync(path.join(root, 'out/s.graphql'), 'utf8')).toBe('as it was');
});

test('what does not compose is 1, its line on standard output, and the old supergraph stays', async () => {
  write({ 'out/kept.graphql': 'as it was', 'a.graphql': 'type Query {\n  x: Nope\n}\n' });
  const broken = await run(root, 'compose', '--output', 'out/kept.graphql', '--format', 'github');
  expect(broken.code).toBe(1);
  expect(broken.stdout).toContain('::error file=a.graphql,line=2,col=6,');
  expect(readFileSync(path.join(root, 'out/kept.graphql'), 'utf8')).toBe('as it was');
});

test('a document comes by standard input, too', () => {
  write({ 'a.graphql': 'type Query {\n  x: Int\n}\n' });
  const main = path.join(import.meta.dirname, '../src/main.ts');
  const explained = spawnSync(process.execPath, [main, 'explain', '--file', '-'], {
    ...{ cwd: root, input: 'query Page { x }', encoding: 'utf8' },
  });
  expect(explained).toMatchObject({ status: 0, stdout: expect.stringContaining('a  { x }') });
});

test('a fault of the program itself is 3, with its stack', async () => {
  symlinkSync('loop.yaml', path.join(root, 'loop.yaml'));
  const faulty = await run(root, 'compose', '--config', 'loop.yaml');
  expect(faulty).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('ELOOP') });
});
