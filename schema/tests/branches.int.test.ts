import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { check } from '../src/commands/check.ts';
import type { Finding } from '../src/report/finding.ts';
import { call } from './in-process.ts';
import { copyOfRepository } from './repository-copy.ts';

const GRAPH = 'subgraphs/products/schema.graphql';
const copy = copyOfRepository();
afterAll(() => copy.remove());

async function checked() {
  const formats = ['--format', 'json', '--format', 'text=report.txt'];
  const { code, out } = await call(check, copy.root, '--base', 'git:main', ...formats);
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  return { code, findings, report: readFileSync(path.join(copy.root, 'report.txt'), 'utf8') };
}

test('a branch of this repository that removes Product.title fails, listing who asks for it', async () => {
  const text = readFileSync(path.join(copy.root, GRAPH), 'utf8');
  const [type = ''] = /^type Product\s[\s\S]*?^\}/m.exec(text) ?? [];
  const field = /^ {2}"What it is called\."\n {2}title\(.*\n/m;
  expect(type).toMatch(field);
  const without = type.replace(field, '');
  copy.replace(GRAPH, type, without);

  const { code, findings, report } = await checked();
  copy.replace(GRAPH, without, type);
  expect(code).toBe(1);
  const removed = findings.find(({ coordinate }) => coordinate === 'Product.title');
  expect(removed).toMatchObject({
    ...{ check: 'graph', rule: 'FIELD_REMOVED', severity: 'breaking', level: 'error' },
    place: { file: GRAPH, line: text.slice(0, text.indexOf(type)).split('\n').length },
  });
  const hit = removed?.affected?.filter(({ client }) => client === 'storefront') ?? [];
  expect(hit.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['CategoryPage', 'HomePage', 'ProductPage', 'SearchPage']),
  );
  for (const { place } of hit) expect(place?.file).toMatch(/^storefront\/operations\//);
  expect(report).toMatch(
    /✗ breaking +Product\.title .*\n +at .*schema\.graphql:\d+:\d+\n +\d+ │ type Product/,
  );
  expect(report).toMatch(/used by storefront +CategoryPage/);
});

test('a branch of this repository that renames an event field fails, naming the consumers', async () => {
  copy.replace('contracts/src/events/orders.ts', 'weightGrams:', 'grams:');
  // Its own consumer is brought along, as a branch would; the one that runs is not.
  copy.replace('subgraphs/shipping/src/bus/in.ts', 'weightGrams: true', 'grams: true');
  expect(copy.run('stack/src/event-catalog/main.ts')).toEqual({ code: 0, out: '' });

  const { code, findings, report } = await checked();
  expect(code).toBe(1);
  expect(findings.filter((finding) => finding.check === 'events')).toMatchObject([
    {
      ...{ rule: 'EVENT_FIELD_REMOVED', severity: 'breaking', level: 'error' },
      coordinate: 'souk.orders.order-confirmed.v1#lines[].weightGrams',
      place: { file: 'contracts/src/events/orders.ts' },
      affected: [{ client: 'shipping', place: { file: 'subgraphs/shipping/src/bus/in.ts' } }],
    },
    {
      ...{ rule: 'WAITING_EVENT_FIELD_MISSING', severity: 'breaking', level: 'error' },
      coordinate: 'souk.orders.order-confirmed.v1#lines[].grams',
      place: { file: 'contracts/src/events/orders.ts', line: expect.any(Number) },
      affected: [{ client: 'shipping' }],
    },
  ]);
  expect(report).toMatch(/read by shipping|used by shipping/);
});
