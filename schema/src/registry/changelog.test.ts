import { expect, test } from 'vitest';
import type { Finding } from '../report/finding.ts';
import { changelog } from './changelog.ts';
import { CHANGELOG_FORMATS } from './changelog-formats.ts';
import type { Release, ReleasedSubgraph } from './release.ts';

const hash = (digit: string) => digit.repeat(64);
const subgraph = (more: Partial<ReleasedSubgraph>): ReleasedSubgraph => ({
  ...{ name: 'products', routing_url: 'http://p/', file: 'p.graphql', schema: hash('1') },
  ...{ version: '1.2.0', commit: 'aaaaaaaaaa', dirty: false },
  ...more,
});
const release = (...subgraphs: ReleasedSubgraph[]): Release => ({
  ...{ format: 1, supergraph: hash('0'), api: hash('0'), contracts: {}, files: {} },
  subgraphs,
});
const finding = (more: Partial<Finding>): Finding => ({
  ...{ check: 'graph', rule: 'X', level: 'notice', severity: 'safe' },
  ...{ coordinate: 'Product.size', message: 'Product.size was added.' },
  ...more,
});

const removed = finding({
  ...{ severity: 'breaking', coordinate: 'Product.title', message: 'The field was removed.' },
  affected: [
    { client: 'storefront', name: 'ProductPage' },
    { client: 'storefront', name: 'Search', count: 1_200 },
    { client: 'rest', name: 'GetProduct' },
  ],
});

test('a changelog tells the worst first, and whom it hits', () => {
  const log = changelog([finding({}), removed], null, release());
  expect(log).toEqual([
    {
      heading: 'Graph',
      lines: [
        'Product.title: The field was removed (breaking, used by storefront: ProductPage, Search (1,200 requests), used by rest: GetProduct)',
        'Product.size was added (safe)',
      ],
    },
  ]);
});

test('what only judges a change, as lint does, is left out', () => {
  const findings = [finding({ check: 'lint' }), finding({ check: 'approvals' })];
  expect(changelog(findings, release(), release())).toEqual([]);
});

test('each subgraph is told of that came, went or changed', () => {
  const before = release(
    subgraph({}),
    subgraph({ name: 'orders' }),
    subgraph({ name: 'gone', version: null }),
  );
  const after = release(
    subgraph({ schema: hash('2'), version: '1.3.0', commit: 'bbbbbbbbbb', dirty: true }),
    subgraph({ name: 'orders', routing_url: 'http://o/' }),
    subgraph({ name: 'new', version: null, commit: null }),
  );
  expect(changelog([], before, after)).toEqual([
    {
      heading: 'Subgraphs',
      lines: [
        'products: schema 111111111111 → 222222222222, version 1.2.0 → 1.3.0, commit aaaaaaa → bbbbbbb and uncommitted changes',
        'orders: address http://p/ → http://o/',
        'new was added: schema 111111111111',
        'gone was removed',
      ],
    },
  ]);
});

test('in Markdown, what a schema says stays text', () => {
  const log = [{ heading: 'Graph', lines: ['_Any[x] <b> @everyone `t`'] }];
  expect(CHANGELOG_FORMATS.markdown('a → b', log)).toBe(
    '## a → b\n\n### Graph\n\n- \\_Any\\[x\\] &lt;b> @\u200beveryone \\`t\\`\n',
  );
});
