import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startIssuer } from '../subscriptions/tokens.ts';
import { type CacheStage, goods, PUBLIC, refill, startStage } from './graph.ts';

let stage: CacheStage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.invalidate({ all: true });
  refill();
  stage.prices.headers = PUBLIC;
  stage.lists.headers = {};
  for (const each of [stage.prices, stage.lists]) {
    each.received = [];
    each.delayMs = 0;
  }
});

const PRICES = 'query($ids: [ID!]!) { goods(ids: $ids) { id ... on Mug { price } } }';
const asked = () =>
  stage.prices.received.map(({ variables }) =>
    (variables.representations as { id: string }[] | undefined)?.map(({ id }) => id),
  );

test('of a list only the entities are fetched that are not known', async () => {
  await stage.ask(PRICES, { ids: ['1', '2'] });
  const { data } = await stage.ask(PRICES, { ids: ['1', '3', '2', '1'] });
  expect(data).toEqual({
    goods: [1, 3, 2, 1].map((id) => ({ id: String(id), price: 10 * id })),
  });
  expect(asked()).toEqual([['1', '2'], ['3']]);
});

test('another operation with the same selection shares entries; other arguments do not', async () => {
  const named = (name: string, args = '') =>
    `query ${name} { goods(ids: ["1"]) { ... on Mug { price${args} } } }`;
  await stage.ask(named('A'));
  await stage.ask(named('B'));
  expect(asked()).toEqual([['1']]);
  const { data } = await stage.ask(named('C', '(in: "KRW")'));
  expect(data).toEqual({ goods: [{ price: 10_000 }] });
  const given = 'query($in: String!) { goods(ids: ["1"]) { ... on Mug { price(in: $in) } } }';
  expect((await stage.ask(given, { in: 'KRW' })).data).toEqual({ goods: [{ price: 10_000 }] });
  expect((await stage.ask(given, { in: 'USD' })).data).toEqual({ goods: [{ price: 10 }] });
});

test('aliases are part of the selection', async () => {
  const query = (alias: string) => `{ goods(ids: ["1"]) { ... on Mug { ${alias} } } }`;
  await stage.ask(query('a: price  b: price(in: "KRW")'));
  const { data } = await stage.ask(query('b: price  a: price(in: "KRW")'));
  expect(data).toEqual({ goods: [{ b: 10, a: 10_000 }] });
});

test('objects of an interface keep their types apart', async () => {
  const query = '{ things { __typename id ... on Mug { price } ... on Book { price pages } } }';
  const first = await stage.ask(query);
  const second = await stage.ask(query);
  expect(second.data).toEqual(first.data);
  expect(first.data).toMatchObject({
    things: [{ __typename: 'Mug' }, {}, {}, { __typename: 'Book', price: 7, pages: 300 }],
  });
  expect(stage.prices.received).toHaveLength(1);
});

test.each([
  'private, max-age=60',
  'no-store',
  'max-age=60',
  'public, no-store, max-age=60',
  'public, private, max-age=60',
  'public, no-cache, max-age=60',
  'public, max-age=0',
  'public, max-age=60, max-age=0',
  'public, max-age=60, s-maxage=0',
  'public, max-age=lots',
  'public',
  '',
])('what says "%s" is not kept', async (header) => {
  stage.prices.headers = header === '' ? {} : { 'cache-control': header };
  for (let i = 0; i < 2; i++) {
    const { cacheControl } = await stage.ask('{ cheapest { price } }');
    expect(cacheControl).toBe('no-store');
    await stage.ask(PRICES, { ids: ['1'] });
  }
  expect(stage.prices.received).toHaveLength(4);
});

test('the time in other caches counts', async () => {
  stage.prices.headers = { ...PUBLIC, age: '60' };
  for (let i = 0; i < 2; i++) await stage.ask('{ cheapest { price } }');
  expect(stage.prices.received).toHaveLength(2);
});

test('an entry ends with its age', async () => {
  stage.prices.headers = { 'cache-control': 'public, max-age=1' };
  await stage.ask('{ cheapest { price } }');
  goods.set('1', { __typename: 'Mug', id: '1', price: 11 });
  expect((await stage.ask('{ cheapest { price } }')).data).toEqual({ cheapest: { price: 10 } });
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect((await stage.ask('{ cheapest { price } }')).data).toEqual({ cheapest: { price: 11 } });
});

test('what a subgraph does not call public is told to nobody else', async () => {
  stage.lists.headers = { 'cache-control': 'private, max-age=60' };
  for (const name of ['one', 'two', undefined]) {
    const authorization = name && `Bearer ${name}`;
    const { data } = await stage.ask('{ me }', {}, authorization ? { authorization } : {});
    expect(data).toEqual({ me: authorization ?? 'guest' });
  }
});

test('what varies by a header is kept for each of its values', async () => {
  stage.prices.headers = { ...PUBLIC, vary: 'Accept-Encoding, Authorization' };
  const query = '{ goods(ids: ["1"]) { ... on Mug { viewer } } }';
  for (let round = 0; round < 2; round++) {
    for (const name of ['one', 'two', undefined]) {
      const authorization = name && `Bearer ${name}`;
      const { data } = await stage.ask(query, {}, authorization ? { authorization } : {});
      expect(data).toEqual({ goods: [{ viewer: authorization ?? 'guest' }] });
    }
  }
  expect(stage.prices.received).toHaveLength(3);
  stage.prices.headers = { ...PUBLIC, vary: '*' };
  await stage.invalidate({ all: true });
  for (let i = 0; i < 2; i++) await stage.ask(query);
  expect(stage.prices.received).toHaveLength(5);
});

test('what varies by a header of clients is for no cache between, also where it was not sent', async () => {
  const query = '{ varied: cheapest { price } }';
  for (const vary of ['Authorization', 'accept-language']) {
    stage.prices.headers = { ...PUBLIC, vary };
    for (let i = 0; i < 2; i++) expect((await stage.ask(query)).cacheControl).toBe('no-store');
    await stage.invalidate({ all: true });
  }
  // These are the router's own, or not told to subgraphs.
  stage.prices.headers = { ...PUBLIC, vary: 'Accept, Accept-Encoding, Origin' };
  const other = '{ public: cheapest { price } }';
  for (let i = 0; i < 2; i++) expect((await stage.ask(other)).cacheControl).toMatch(/^public/);
});

test('who keeps a public answer is told that its media type was chosen', async () => {
  stage.prices.headers = PUBLIC;
  const query = encodeURIComponent('{ cheapest { price } }');
  const mediaTypes = ['application/json', 'application/graphql-response+json'];
  const answers = mediaTypes.map((accept) =>
    fetch(`${stage.router.url}/graphql?query=${query}`, {
      headers: { accept, 'apollo-require-preflight': '1' },
    }),
  );
  for (const { headers } of await Promise.all(answers)) {
    expect(headers.get('cache-control')).toMatch(/^public/);
    expect(headers.get('vary')).toBe('accept');
  }
});

test('what authorization decides about is never kept, whatever the subgraph says', async () => {
  const issuer = await startIssuer();
  const own = await startStage({ JWKS_URL: issuer.url });
  try {
    own.prices.headers = PUBLIC;
    own.lists.headers = PUBLIC;
    const query = '{ goods(ids: ["1"]) { id ... on Mug { price secret } } }';
    const authorization = `Bearer ${await issuer.token('u', 60)}`;
    for (let i = 0; i < 2; i++) {
      const { data, cacheControl } = await own.ask(query, {}, { authorization });
      expect(data).toEqual({ goods: [{ id: '1', price: 10, secret: 'secret of 1' }] });
      expect(cacheControl).toBe('no-store');
      expect((await own.ask(query)).data).toEqual({
        goods: [{ id: '1', price: 10, secret: null }],
      });
      expect((await own.ask(query)).cacheControl).toBe('no-store');
    }
    // What is left for guests is public.
    expect(own.prices.received.filter(({ query: sent }) => sent.includes('secret'))).toHaveLength(
      2,
    );
    expect(own.prices.received).toHaveLength(3);
  } finally {
    await own.close();
    issuer.close();
  }
});

test('behind a door that is closed to guests nothing is public for others to keep', async () => {
  const issuer = await startIssuer();
  const own = await startStage({ JWKS_URL: issuer.url, REQUIRE_AUTHENTICATION: 'true' });
  try {
    own.prices.headers = PUBLIC;
    const authorization = `Bearer ${await issuer.token('u', 60)}`;
    for (let i = 0; i < 2; i++) {
      const { data, cacheControl } = await own.ask('{ cheapest { price } }', {}, { authorization });
      expect([data, cacheControl]).toEqual([{ cheapest: { price: 10 } }, 'no-store']);
    }
    expect(own.prices.received).toHaveLength(1);
  } finally {
    await own.close();
    issuer.close();
  }
});

test('an answer with errors is not kept, nor is what is not there', async () => {
  for (let i = 0; i < 2; i++) {
    const { errors, cacheControl } = await stage.ask(
      '{ goods(ids: ["1"]) { ... on Mug { price broken } } }',
    );
    expect(errors).toHaveLength(1);
    expect(cacheControl).toBe('no-store');
    await stage.ask('{ nothing { id } }');
  }
  expect(stage.prices.received).toHaveLength(4);
  expect(await stage.metric(/router_cache_entries[^ ]* (\d+)/)).toBe(0);
});

test('a mutation reads past the cache, and leaves it as it is', async () => {
  await stage.ask(PRICES, { ids: ['1'] });
  goods.set('1', { __typename: 'Mug', id: '1', price: 11 });
  const touch = 'mutation { touch(id: "1") { ... on Mug { price } } }';
  expect((await stage.ask(touch)).data).toEqual({ touch: { price: 11 } });
});

test('the client is told the least of all ages, and of nothing that is not public', async () => {
  const { ask } = stage;
  expect((await ask('{ cheapest { price } }')).cacheControl).toMatch(/^public, max-age=(59|60)$/);
  const known = (await ask('{ cheapest { price } }')).cacheControl;
  expect(known).toMatch(/^public, max-age=(59|60)$/);
  expect((await ask(PRICES, { ids: ['1'] })).cacheControl).toBe('no-store');
  stage.lists.headers = { 'cache-control': 'public, max-age=5, s-maxage=50' };
  const both = await ask(PRICES, { ids: ['2'] });
  expect(both.cacheControl).toMatch(/^public, max-age=[45], s-maxage=(49|50)$/);
  expect((await ask('{ __typename }')).cacheControl).toBe('no-store');
});

test('many who miss the same at once fetch it once', async () => {
  await stage.ask('{ cheapest { price } }');
  await stage.invalidate({ all: true });
  stage.prices.received = [];
  stage.prices.delayMs = 100;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      stage.ask('{ cheapest { price } }', {}, { authorization: `Bearer ${i}` }),
    ),
  );
  for (const { data } of answers) expect(data).toEqual({ cheapest: { price: 10 } });
  expect(stage.prices.received.length).toBe(1);
});
