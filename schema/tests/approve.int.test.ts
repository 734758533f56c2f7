import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { approve } from '../src/commands/approve.ts';
import { check } from '../src/commands/check.ts';
import { Misuse } from '../src/exit-codes.ts';
import { call } from './in-process.ts';
import { repository } from './repository.ts';

const { root, commit, write } = repository();
const sdl = (field: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
type Query {
  open: Int
  ${field}
}
`;
const FAR = '2999-12-31';
let id = '';

const checked = async () => {
  const { code, out } = await call(check, root, '--base', 'git:HEAD', '--format', 'json');
  return { code, findings: JSON.parse(out).findings as Record<string, unknown>[] };
};
const approved = () => readFileSync(path.join(root, 'schema.approvals.yaml'), 'utf8');
const approving = (...args: string[]) => call(approve, root, '--base', 'git:HEAD', ...args);

beforeAll(async () => {
  commit({
    'supergraph.yaml':
      'subgraphs:\n  a:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: a.graphql }\n',
    'a.graphql': sdl('secret: Int @authenticated'),
    'schema.yaml': 'lint: { rules: {} }\n',
  });
  write({ 'a.graphql': sdl('secret: Int') });
  const { code, findings } = await checked();
  expect(code).toBe(1);
  id = String(findings.find(({ level }) => level === 'error')?.id);
});

test('a change that is approved passes, and the report says by whom and why', async () => {
  await approving(id, '--reason', 'it never was one', '--until', FAR);
  expect(approved()).toContain(`id: "${id}"`);
  const { code, findings } = await checked();
  expect(code).toBe(0);
  expect(findings.find((finding) => finding.id === id)).toMatchObject({
    approved: { by: 'Mina', reason: 'it never was one', until: FAR },
  });
});

test('an approval that has expired fails by its name, and can be pruned', async () => {
  write({ 'schema.approvals.yaml': approved().replace(FAR, '2026-01-01') });
  const { code, findings } = await checked();
  expect(code).toBe(1);
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'APPROVAL_EXPIRED',
      place: { file: 'schema.approvals.yaml', line: 4, column: 5 },
    }),
  );
  await approving('--prune');
  expect(approved()).not.toContain(id);
});

test('only what check finds can be approved, and it says what that is', async () => {
  const unknown = approving('aaaaaaaaaaaa', '--reason', 'x', '--until', FAR);
  await expect(unknown).rejects.toThrow(Misuse);
  await expect(unknown).rejects.toThrow(id);
  const forced = await approving('aaaaaaaaaaaa', '--reason', 'x', '--until', FAR, '--force');
  expect(forced.code).toBe(0);
  expect(approved()).toContain('aaaaaaaaaaaa');
});

test.each([
  ['no id', [], /Name the changes/],
  ['an id that is none', ['xyz', '--reason', 'x', '--until', FAR], /xyz/],
  ['no reason', ['aaaaaaaaaaaa', '--until', FAR], /--reason/],
  ['no day', ['aaaaaaaaaaaa', '--reason', 'x', '--until', '2026-02-30'], /--until/],
  ['a day that is over', ['aaaaaaaaaaaa', '--reason', 'x', '--until', '2020-01-01'], /is over/],
])('an approval with %s is refused', async (_, args, message) => {
  await expect(approving(...args)).rejects.toThrow(message);
});

test('an approval of one change of a type does not cover another one of the same field', async () => {
  const opening = (type: string) =>
    write({
      'a.graphql': sdl('secret: Int @authenticated').replace('open: Int', `open: ${type}`),
      'schema.approvals.yaml': 'approvals: []\n',
    });
  opening('String');
  const [change] = (await checked()).findings.filter(({ level }) => level === 'error');
  expect(change).toMatchObject({ rule: 'FIELD_TYPE_CHANGED', becomes: 'Int → String' });
  await approving(String(change?.id), '--reason', 'nobody counts', '--until', FAR);
  expect((await checked()).code).toBe(0);
  const kept = approved();
  opening('Boolean');
  write({ 'schema.approvals.yaml': kept });
  expect((await checked()).code).toBe(1);
});
