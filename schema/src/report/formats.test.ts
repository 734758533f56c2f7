import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
};
import { DOMParser } from '@xmldom/xmldom';
import { Ajv } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import { expect, test } from 'vitest';
import { clean, sample } from '../../tests/sample-report.ts';
import { changeId } from './finding.ts';
import { FORMATS } from './formats.ts';

const plain = { colour: false };
const id = sample.findings[1] === undefined ? '' : changeId(sample.findings[1]);

test.each(Object.entries(FORMATS))('%s ends in a line break, whatever was found', (_, write) => {
  for (const report of [sample, clean]) expect(write(report, plain)).toMatch(/[^\n]\n$/);
});

test('text shows the worst first, with the line of source and who is hit', () => {
  const written = FORMATS.text(sample, plain);
  expect(written).toContain(`graph
  ✗ breaking   Product.title  The field was removed; it stood in line 44 of the base.  ${id}
      at subgraphs/products/schema.graphql:2:6
      2 │ type Product @key(fields: "id") { # 2
        │      ^
      used by storefront  ProductPage  12,034 requests  a.graphql:7
              rest        GetProduct
`);
  expect(written).toMatch(/approved by Mina until 2026-12-31: nobody has the app any more\n/);
  expect(written.endsWith('check failed: 1 error, 1 warning, 1 notice, 1 approved.\n')).toBe(true);
});

test('text has colours only where they are asked for', () => {
  expect(FORMATS.text(sample, plain)).not.toContain('\u001b[');
  expect(FORMATS.text(sample, { colour: true })).toContain('\u001b[31m✗ breaking');
});

test('json has everything, with the id of each change', () => {
  const written = JSON.parse(FORMATS.json(sample, plain));
  expect(written).toMatchObject({ title: 'check', passed: false });
  expect(written.findings[1]).toEqual({ id, ...sample.findings[1] });
});

test('github writes one workflow command a line, escaped, the worst first', () => {
  const lines = FORMATS.github(sample, plain).trimEnd().split('\n');
  expect(lines).toHaveLength(1 + sample.findings.length + 1);
  expect(lines[1]).toBe(
    '::error file=subgraphs/products/schema.graphql,line=2,col=6,title=graph breaking Product.title' +
      '::The field was removed; it stood in line 44 of the base.' +
      '%0Aused by storefront: ProductPage (12,034 requests)%0Aused by rest: GetProduct' +
      `%0Achange ${id}`,
  );
  expect(lines[2]).toMatch(
    /^::warning title=graph dangerous Query\.b\(c%3A\)::\[public\] 50%25 of/,
  );
  expect(lines[2]).toContain('@all:%0D%0A]]>');
  expect(lines.join()).not.toMatch(/::error[^:]*Old/);
});

test('gitlab has what its Code Quality report asks for, each fingerprint once', () => {
  const twice = { ...sample, findings: [...sample.findings, ...sample.findings] };
  const issues: unknown[] = JSON.parse(FORMATS.gitlab(twice, plain));
  const valid = new Ajv().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      additionalProperties: false,
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: { type: 'object', required: ['begin'] },
          },
        },
      },
    },
  });
  expect(valid(issues), JSON.stringify(valid.errors)).toBe(true);
  expect(new Set(issues.map((issue) => (issue as { fingerprint: string }).fingerprint)).size).toBe(
    issues.length,
  );
});

test('sarif is valid against the schema of SARIF 2.1.0', () => {
  const valid = new AjvDraft04.default({
    ...{ strict: false, validateFormats: false, unicodeRegExp: false },
  }).compile(sarifSchema);
  for (const report of [sample, clean]) {
    expect(valid(JSON.parse(FORMATS.sarif(report, plain))), JSON.stringify(valid.errors)).toBe(
      true,
    );
  }
  expect(valid({ version: '2.1.0', runs: [{}] })).toBe(false);
});

test('sarif suppresses what is approved and encodes paths', () => {
  const [run] = JSON.parse(FORMATS.sarif(sample, plain)).runs;
  const old = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'graph/TYPE_REMOVED');
  expect(old).toMatchObject({ level: 'note', suppressions: [{ status: 'accepted' }] });
  expect(JSON.stringify(run)).toContain('sub%20graphs/%C3%BC%25,:.graphql');
});

test('junit is XML in which errors are failures and approved changes are skipped', () => {
  const strict = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  const document = strict.parseFromString(FORMATS.junit(sample, plain), 'text/xml');
  const count = (tag: string) => document.getElementsByTagName(tag).length;
  expect([count('testcase'), count('failure'), count('skipped')]).toEqual([4, 1, 1]);
  expect(document.getElementsByTagName('failure')[0]?.textContent).toContain('used by storefront');
  expect(document.getElementsByTagName('system-out')[0]?.textContent).toContain(
    '<clients> & "more"',
  );
  expect(() => strict.parseFromString(FORMATS.junit(clean, plain), 'text/xml')).not.toThrow();
});

test('markdown has a table of counts and folds away the users', () => {
  const written = FORMATS.markdown(sample, plain);
  expect(written).toMatch(/^<!-- schema check -->\n### ❌ Schema check: 1 error/);
  expect(written).toContain('| graph | 1 | 1 |  | 1 |');
  expect(written).toContain('<details><summary>2 users</summary>');
  expect(written).toContain('| storefront | ProductPage | 12,034 | `a.graphql:7` |');
  expect(FORMATS.markdown(clean, plain)).toContain('✅ Schema check: nothing to tell');
});

test('markdown neither calls anyone nor lets text be markup', () => {
  const written = FORMATS.markdown(sample, plain);
  expect(written).not.toMatch(/@all|<clients>/);
  expect(written).toContain('\\`code\\` \\| pipe');
});

test('markdown fits into a comment, however much was found, and says what was left out', () => {
  const [found] = sample.findings.slice(1);
  if (found === undefined) throw new Error('the sample is empty');
  for (const level of ['error', 'notice'] as const) {
    const findings = Array.from({ length: 2_000 }, () => ({ ...found, level }));
    const written = FORMATS.markdown({ ...sample, findings }, plain);
    expect(written.length).toBeLessThan(65_536);
    expect(written).toMatch(/[\d,]+ findings more did not fit here/);
    expect(written.match(/<details>/g)).toHaveLength(written.match(/<\/details>/g)?.length ?? 0);
  }
});
