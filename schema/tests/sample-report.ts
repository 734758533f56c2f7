import type { Finding } from '../src/report/finding.ts';
import type { Report } from '../src/report/report.ts';

const removed: Finding = {
  check: 'graph',
  rule: 'FIELD_REMOVED',
  ...{ level: 'error', severity: 'breaking', coordinate: 'Product.title' },
  message: 'The field was removed; it stood in line 44 of the base.',
  place: { file: 'subgraphs/products/schema.graphql', line: 2, column: 6 },
  affected: [
    {
      client: 'storefront',
      name: 'ProductPage',
      count: 12_034,
      place: { file: 'a.graphql', line: 7 },
    },
    { client: 'rest', name: 'GetProduct' },
  ],
};

/** One of everything that a report can hold, with text that has to be escaped in every format. */
export const sample: Report = {
  title: 'check',
  facts: ['working tree compared with origin/main (1f0c2e9)'],
  findings: [
    {
      ...{ check: 'lint', rule: 'DESCRIPTION_MISSING', level: 'notice', severity: 'safe' },
      ...{ coordinate: 'Query.a', message: 'Says nothing.' },
    },
    removed,
    {
      ...{ check: 'graph', rule: 'ARGUMENT_TYPE_CHANGED', level: 'warning', severity: 'dangerous' },
      ...{ coordinate: 'Query.b(c:)', scope: 'public' },
      message: '50% of <clients> & "more", @all:\r\n]]> `code` | pipe \u0007\ud800',
      place: { file: 'sub graphs/ü%,:.graphql', line: 3, column: 1, in: 'base' },
      related: [{ message: 'also here', place: { file: 'b.graphql', line: 9 } }],
    },
    {
      ...{ check: 'graph', rule: 'TYPE_REMOVED', level: 'error', severity: 'breaking' },
      ...{ coordinate: 'Old', message: 'The type was removed.' },
      approved: { by: 'Mina', reason: 'nobody has the app any more', until: '2026-12-31' },
    },
  ],
  lineAt: ({ file, line }) =>
    file === removed.place?.file ? `type Product @key(fields: "id") { # ${line}` : null,
};

/** A report that found nothing. */
export const clean: Report = { title: 'check', facts: [], findings: [] };
