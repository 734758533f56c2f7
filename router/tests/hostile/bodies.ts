import { documents } from './documents.ts';
import type { Random } from './random.ts';

/** A POST of /graphql, or whatever else it says it is. */
export type Hostile = {
  readonly kind: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
};

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = 'query($n: Int) { products(first: $n) { id } }';

const NONSENSE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  '\u0000',
  '\ud800',
  [],
  {},
  [[]],
  { a: 1 },
  'x'.repeat(100_000),
  '99999999999999999999',
];

/** Bodies, by what is bad about them. */
export const bodies: Readonly<Record<string, (random: Random) => string | Buffer>> = {
  'wrong types': (random) =>
    JSON.stringify({
      query: random.of([QUERY, ...NONSENSE]),
      variables: random.of([{ n: random.of(NONSENSE) }, ...NONSENSE]),
      operationName: random.of(NONSENSE),
      extensions: random.of([{ persistedQuery: random.of(NONSENSE) }, ...NONSENSE]),
    }),
  'no object': (random) => JSON.stringify(random.of(NONSENSE)),
  'no JSON': (random) => JSON.stringify({ query: QUERY }).slice(0, -1 - random.below(30)),
  'broken UTF-8': (random) => {
    const bytes = Buffer.from(JSON.stringify({ query: `${QUERY} # ${'é'.repeat(20)}` }));
    bytes[random.below(bytes.length)] = 0x80 + random.below(128);
    return bytes;
  },
  'random bytes': (random) =>
    Buffer.from(Array.from({ length: random.below(4_000) }, () => random.below(256))),
  NUL: (random) => `${'\0'.repeat(random.below(100))}{"query":"{ viewer { id } }"}\0`,
  'deep JSON': (random) => {
    const depth = 1 + random.below(200_000);
    return `{"query":${JSON.stringify(QUERY)},"variables":{"n":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
  },
  'duplicate keys': () =>
    '{"query":"{ viewer { id } }","query":"{ people { id } }","variables":{},"variables":null}',
  __proto__: (random) =>
    random.of([
      '{"__proto__":{"query":"{ viewer { id } }"}}',
      `{"query":${JSON.stringify(QUERY)},"variables":{"__proto__":{"n":1}}}`,
      `{"query":${JSON.stringify(QUERY)},"variables":{"n":{"__proto__":{"polluted":1}}}}`,
      '{"query":"{ viewer { id } }","constructor":{"prototype":{"polluted":1}}}',
    ]),
  'a batch': (random) =>
    JSON.stringify(Array.from({ length: random.below(2_000) }, () => ({ query: QUERY }))),
  'many values': (random) => {
    const variables = Object.fromEntries(
      Array.from({ length: random.below(20_000) }, (_, i) => [`v${i}`, i]),
    );
    return JSON.stringify({ query: QUERY, variables });
  },
  'too large': (random) =>
    JSON.stringify({ query: 'x'.repeat(1_048_576 + random.below(1_000_000)) }),
  'a hash': (random) =>
    JSON.stringify({
      ...(random.below(2) === 0 && { query: `{ viewer { id } } # ${random.below(1e9)}` }),
      extensions: { persistedQuery: { version: 1, sha256Hash: String(random.of(NONSENSE)) } },
    }),
  empty: () => '',
};

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  JSON_TYPE,
  JSON_TYPE,
  JSON_TYPE,
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { ...JSON_TYPE, 'content-encoding': 'gzip' },
  { ...JSON_TYPE, accept: `${'text/*;q=0.1, '.repeat(300)}x` },
  { ...JSON_TYPE, authorization: `Bearer ${'a'.repeat(5_000)}` },
  { ...JSON_TYPE, 'x-request-id': '<script>', traceparent: 'x'.repeat(2_000) },
  { ...JSON_TYPE, 'x-forwarded-for': '1.2.3.4, '.repeat(300) },
  { ...JSON_TYPE, accept: 'multipart/mixed; deferSpec=20220824' },
];

/** Half of them bad documents, half of them bad bodies; some with bad headers besides. */
export function hostile(random: Random): Hostile {
  const headers = random.below(4) === 0 ? random.of(HEADERS) : JSON_TYPE;
  const kinds = Object.keys(random.below(2) === 0 ? documents : bodies);
  return { ...hostileOf(random.of(kinds), random), headers };
}

/** One of a kind, with good headers. */
export function hostileOf(kind: string, random: Random): Hostile {
  const query = documents[kind]?.(random);
  const body = query === undefined ? bodies[kind]?.(random) : JSON.stringify({ query });
  return { kind, body: Buffer.from(body ?? ''), headers: JSON_TYPE };
}
