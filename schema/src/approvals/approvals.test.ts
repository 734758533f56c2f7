import { expect, test } from 'vitest';
import { Misuse } from '../exit-codes.ts';
import { changeId, type Finding } from '../report/finding.ts';
import { hasFailed } from '../report/report.ts';
import { applyApprovals } from './apply-approvals.ts';
import { readApprovals, withApprovals } from './approvals-file.ts';

const removed: Finding = {
  ...{ check: 'graph', rule: 'FIELD_REMOVED', level: 'error', severity: 'breaking' },
  ...{ coordinate: 'T.f', message: 'removed' },
};
const approval = { id: changeId(removed), reason: 'agreed', by: 'Mina', until: '2026-06-30' };
const place = { file: 'schema.approvals.yaml', line: 2 };
const on = (day: string) => new Date(`${day}T23:59:59Z`);
const apply = (findings: Finding[], day: string) =>
  applyApprovals(findings, [{ ...approval, place }], on(day));
const failed = (findings: Finding[]) => hasFailed({ title: '', facts: [], findings });

const read = (text: string | null) =>
  readApprovals({ name: '', read: () => text, glob: () => [] }, 'schema.approvals.yaml');

test('an approved change passes up to and on its last day', () => {
  const findings = apply([removed], '2026-06-30');
  expect(findings).toMatchObject([{ approved: { by: 'Mina', until: '2026-06-30' } }]);
  expect(failed(findings)).toBe(false);
});

test('the day after, the change fails and the approval is named', () => {
  const findings = apply([removed], '2026-07-01');
  expect(findings[0]).not.toHaveProperty('approved');
  expect(findings[1]).toMatchObject({ rule: 'APPROVAL_EXPIRED', level: 'error', place });
  expect(findings[1]?.message).toContain(approval.id);
});

test('an approval that has expired fails even where its change is gone', () => {
  expect(failed(apply([], '2026-07-01'))).toBe(true);
});

test('an approval of a change that is not there is a notice', () => {
  expect(apply([], '2026-06-01')).toMatchObject([{ rule: 'APPROVAL_UNUSED', level: 'notice' }]);
});

test('another change of the same field is not approved with it', () => {
  const other = { ...removed, rule: 'FIELD_TYPE_CHANGED' };
  expect(failed(apply([removed, other], '2026-06-01'))).toBe(true);
});

test('the id of a change does not depend on wording, place or who is hit', () => {
  const affected = [{ client: 'web', name: 'Page' }];
  expect(changeId({ ...removed, message: 'gone', place, affected })).toBe(approval.id);
  expect(changeId({ ...removed, scope: 'public' })).not.toBe(approval.id);
});

test('operations that break only by approved changes are let through with them', () => {
  const hit = { affected: [{ client: 'web', name: 'Page' }] };
  const breaks: Finding = { ...removed, ...hit, check: 'operations', coordinate: 'Page' };
  const causes = [
    { ...removed, ...hit },
    { ...removed, ...hit, coordinate: 'T.g' },
  ];
  expect(failed(apply([...causes.slice(0, 1), breaks], '2026-06-01'))).toBe(false);
  expect(apply([...causes, breaks], '2026-06-01')[2]).not.toHaveProperty('approved');
  expect(failed(apply([breaks], '2026-06-01'))).toBe(true);
});

test.each(['composition', 'usage', 'approvals'] as const)('nobody can approve %s', (check) => {
  const finding: Finding = { ...removed, check };
  const approvals = [{ ...approval, id: changeId(finding), place }];
  expect(failed(applyApprovals([finding], approvals, on('2026-06-01')))).toBe(true);
});

test('what is written is read again, ids of digits too', () => {
  const written = { ...approval, id: '123456789012', change: 'graph FIELD_REMOVED T.f' };
  const text = withApprovals({ file: 'f', text: null }, { add: [written], remove: new Set() });
  expect(read(text)).toEqual([
    { ...written, place: { file: 'schema.approvals.yaml', line: 4, column: 5 } },
  ]);
});

test('comments stay, an approval is renewed in place of the old one, others are removed', () => {
  const text = `# ours
approvals:
  # because of the app
  - { id: ${approval.id}, reason: old, by: Mina, until: 2026-01-01 }
  - { id: aaaaaaaaaaaa, reason: old, by: Mina, until: 2026-01-01 }
`;
  const written = withApprovals(
    { file: 'f', text },
    { add: [approval], remove: new Set(['aaaaaaaaaaaa']) },
  );
  expect(written).toMatch(/^# ours\n/);
  expect(read(written)).toMatchObject([approval]);
});

test('the last approval can be removed', () => {
  const text = withApprovals({ file: 'f', text: null }, { add: [approval], remove: new Set() });
  const emptied = withApprovals({ file: 'f', text }, { add: [], remove: new Set([approval.id]) });
  expect(read(emptied)).toEqual([]);
});

test.each([
  ['no file', null],
  ['an empty file', ''],
  ['no approvals', 'approvals:\n'],
])('%s is no approval', (_, text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ['an id that is none', 'id: abc, reason: x, by: y, until: 2026-01-01', /approvals\.0\.id/],
  ['a reason of nothing', 'id: aaaaaaaaaaaa, reason: " ", by: y, until: 2026-01-01', /reason/],
  ['a day that there is not', 'id: aaaaaaaaaaaa, reason: x, by: y, until: 2026-02-30', /until/],
  ['a key of its own', 'id: aaaaaaaaaaaa, reason: x, by: y, until: 2026-01-01, z: 1', /2:5.*"z"/],
])('%s is refused, naming the line', (_, fields, message) => {
  expect(() => read(`approvals:\n  - { ${fields} }\n`)).toThrow(Misuse);
  expect(() => read(`approvals:\n  - { ${fields} }\n`)).toThrow(message);
});
