import { encodeCursor } from '@souk/platform/paging';
import type { TestSubgraph } from './subgraph.ts';

const ID = '01900000-0002-7000-8000-00000000000a';

/** What nobody means when they send a text or an id. */
export const TEXTS: readonly unknown[] = [
  '',
  ' ',
  'a\u0000b',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '\u202e\ufeff',
  "' or 1=1 --",
  '%_\\',
  '가'.repeat(3_400),
  'x'.repeat(10_000),
  ID.toUpperCase(),
  `{${ID}}`,
  ID.replaceAll('-', ''),
  '99999999999999999999999999',
  0,
  -1,
  1.5,
  true,
  [],
  {},
];

export const COUNTS: readonly unknown[] = [
  0,
  -1,
  101,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 31,
  2 ** 53,
  1e300,
  1.5,
  '1',
  null,
];

export const INSTANTS: readonly unknown[] = [
  '',
  '2026-02-30T00:00:00Z',
  '2026-01-01',
  '2026-01-01T25:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '2026-01-01T00:00:00+23:59',
  `2026-01-01T00:00:00.${'0'.repeat(300)}Z`,
  '2026-01-01T00:00:00Z\u0000',
  '+275760-09-13T00:00:00Z',
  'infinity',
  0,
  {},
];

/** Cursors of our own make, with a place in them that no row can have. */
export const CURSORS: readonly unknown[] = [
  ...TEXTS,
  ...INSTANTS.map((at) => encodeCursor([at as string, ID])),
  encodeCursor(['2026-01-01T00:00:00.000Z', 'x']),
  encodeCursor(['2026-01-01T00:00:00.000Z', `${ID}\u0000`]),
  Buffer.from('{"__proto__":null}').toString('base64url'),
  Buffer.from('null').toString('base64url'),
];

/** References to entities by keys that nothing has, as `_entities` takes them: keys are texts. */
export const references = (typename: string, key = 'id', rest: object = {}): readonly unknown[] =>
  TEXTS.filter((value) => typeof value === 'string').map((value) => ({
    __typename: typename,
    [key]: value,
    ...rest,
  }));

/** An operation for them; `selection` starts with `... on Type`. */
export const entity = (selection = '__typename'): string =>
  `query ($value: _Any!) { _entities(representations: [$value]) { ${selection} } }`;

/**
 * Sends an operation once with each value as `$value`, and answers with the values for which the
 * caller learns nothing but that something went wrong.
 */
export async function unclear(
  { query }: Pick<TestSubgraph, 'query'>,
  source: string,
  values: readonly unknown[],
  token?: string | null,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const value of values) {
    const { status, errors = [] } = await query(source, { value }, token);
    const masked = errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR');
    if (masked || status >= 500) found.push(value);
  }
  return found;
}
