import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codes } from '@souk/platform/errors';
import { expect, test } from 'vitest';
import { isTest, sources } from './sources.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/errors');
const documented = readdirSync(FOLDER).map((file) => path.basename(file, '.md'));

/** Codes that a server writes into an answer by name, in the table or not. */
const written = sources()
  .filter(({ path: file }) => /^(router|platform|subgraphs)\//.test(file) && !isTest(file))
  .flatMap(({ text }) => [...text.matchAll(/\bcode: '([A-Z_]+)'/g)].map(([, code]) => `${code}`));

test('every error code has a page, and every page a code', () => {
  const given = new Set([...Object.keys(codes), ...written]);
  expect(documented.toSorted()).toEqual([...given].sort());
});

test('the test sees the codes that the router writes', () => {
  expect(written).toContain('SUBGRAPH_TIMEOUT');
});

test.each(Object.entries(codes))('the page of %s states its status and retry', (code, fact) => {
  const page = readFileSync(path.join(FOLDER, `${code}.md`), 'utf8');
  expect(page).toContain(`whole request fails: ${fact.status}.`);
  expect(page).toContain(`again unchanged: ${fact.retryable ? 'yes' : 'no'}.`);
});
