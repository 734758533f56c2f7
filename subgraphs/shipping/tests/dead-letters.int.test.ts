import { storeDeadLetter } from '@souk/platform/dead-letters';
import { newId } from '@souk/platform/ids';
import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderConfirmed } from './orders-tell.ts';
import { openStage, type Stage } from './stage.ts';

const lost = [orderConfirmed(newId()), orderConfirmed(newId()), orderConfirmed(newId())];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const db = drizzle(stage.sql);
  for (const message of lost) {
    await storeDeadLetter(db, { group: 'shipping', message, attempts: 6, error: 'No carrier.' });
  }
});
afterAll(() => stage?.close());

const LIST = `query ($first: Int, $after: String) { shippingDeadLetters(first: $first, after: $after) {
  nodes { id group messageId topic key attempts error body diedAt } edges { cursor node { id } }
  pageInfo { hasNextPage endCursor } } }`;
const listed = async (variables: object = {}) =>
  (await stage.query(LIST, variables, stage.tokens.admin)).data.shippingDeadLetters;

test('operators page through what was given up, newest first', async () => {
  const page = await listed({ first: 2 });
  expect(page.nodes.map(({ messageId }: { messageId: string }) => messageId)).toEqual([
    lost[2]?.id,
    lost[1]?.id,
  ]);
  expect(page.nodes[0]).toMatchObject({
    ...{ group: 'shipping', topic: 'orders', attempts: 6, error: 'No carrier.' },
    body: lost[2]?.body,
  });
  const rest = await listed({ first: 2, after: page.pageInfo.endCursor });
  expect(rest.nodes).toHaveLength(1);
  expect(rest.pageInfo.hasNextPage).toBe(false);
});

test('a letter is read, sent on its way again to this service alone, or thrown away', async () => {
  const [first, second] = (await listed()).nodes;
  const act = (name: string, id: string) =>
    stage.query(`mutation ($id: ID!) { done: ${name}(id: $id) }`, { id }, stage.tokens.admin);
  const read = (id: string) =>
    stage.query(
      'query ($id: ID!) { shippingDeadLetter(id: $id) { messageId } }',
      { id },
      stage.tokens.admin,
    );
  expect((await read(first.id)).data.shippingDeadLetter.messageId).toBe(first.messageId);
  expect((await act('redriveShippingDeadLetter', first.id)).data.done).toBe(true);
  expect((await act('redriveShippingDeadLetter', first.id)).data.done).toBe(false);
  const [waiting] =
    await stage.sql`select topic, headers from outbox where id = ${first.messageId}`;
  expect(waiting).toMatchObject({ topic: 'orders', headers: { 'souk-only-group': 'shipping' } });
  expect((await act('dropShippingDeadLetter', second.id)).data.done).toBe(true);
  expect((await read(second.id)).data.shippingDeadLetter).toBeNull();
  expect((await listed()).nodes).toHaveLength(1);
});

test('nobody but operators sees them', async () => {
  expect(await stage.codes(LIST, {}, stage.tokens.warehouse)).toEqual(['FORBIDDEN']);
  expect(await stage.codes(LIST)).toEqual(['UNAUTHENTICATED']);
});
