import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { writeMadeUpRepository } from '../scale/made-up-repository.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'made-up-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Large enough that the base composes on another thread. */
const SIZE = { subgraphs: 20, types: 2_000, operations: 400 };

test('a change of a made-up graph is judged in full, its base composed on another thread', async () => {
  writeMadeUpRepository(folder, SIZE);
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    ...{ progress: () => undefined, env: {}, cwd: folder, signal: new AbortController().signal },
  };
  const values = { config: 'schema.yaml', base: 'git:main', format: ['json'] };
  expect(await check.run({ values, positionals: [], io })).toBe(1);
  const { findings } = JSON.parse(out) as {
    findings: { check: string; rule: string; coordinate: string }[];
  };
  const told = findings.map(({ rule, coordinate }) => `${rule} ${coordinate}`);
  expect(told).toContain('FIELD_REMOVED S003Entity0.count');
  // Every third operation of the service asks for the entity whose field went away.
  expect(findings.filter(({ rule }) => rule === 'OPERATION_BREAKS').length).toBeGreaterThan(2);
});
