import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, ask, signIn } from './client.ts';
import { backAgain, killHard, processOf } from './processes.ts';

let asked = 0;

/** Never asked for in the same words, so that the router knows none of it. */
function everything(): string {
  asked += 1;
  return `{
    viewer { name orders(first: 1) { nodes { number payment { status } shipments { status } } } }
    products(first: 1, filter: { price: { currency: KRW, max: ${2_000_000_000 + asked} } }) {
      nodes { title }
    }
  }`;
}

let token: string;
beforeAll(async () => {
  token = await signIn();
});

/** Parts of everything that an answer holds. */
const answered = ({ data }: Answer): string[] => {
  const order = data?.viewer?.orders?.nodes[0];
  const parts = {
    accounts: data?.viewer?.name,
    orders: order?.number,
    payments: order?.payment?.status,
    shipping: order?.shipments,
    products: data?.products?.nodes[0]?.title,
  };
  return Object.entries(parts).flatMap(([name, part]) => (part == null ? [] : [name]));
};

const ALL = ['accounts', 'orders', 'payments', 'shipping', 'products'];

test('with every service up, every part is answered', async () => {
  expect(answered(await ask(everything(), { token }))).toEqual(ALL);
});

describe.each([
  ['products', ['accounts', 'orders', 'payments', 'shipping']],
  ['payments', ['accounts', 'orders', 'shipping', 'products']],
  ['shipping', ['accounts', 'orders', 'payments', 'products']],
  ['orders', ['accounts', 'products']],
  ['accounts', ['products']],
])('%s is killed', (service, still) => {
  const id = `${service}-1`;
  let former: number | null = null;
  afterEach(() => backAgain(id, former));

  test(`${still.join(', ')} still answer, an error names it, and it comes back`, async () => {
    former = processOf(id).pid;
    killHard(id);
    const answer = await ask(everything(), { token });
    expect(answer.status).toBe(200);
    expect(answered(answer)).toEqual(ALL.filter((part) => still.includes(part)));
    expect(answer.errors?.map(({ extensions }) => extensions.service)).toContain(service);
    expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|ECONN|:\d{4}/);

    await vi.waitFor(
      async () => expect(answered(await ask(everything(), { token }))).toEqual(ALL),
      {
        timeout: 20_000,
        interval: 100,
      },
    );
  });
});

test('PostgreSQL is killed: the services outlive it and answer again', async () => {
  const former = processOf('PostgreSQL').pid;
  const products = processOf('products-1').pid;
  killHard('PostgreSQL');
  await backAgain('PostgreSQL', former);
  await vi.waitFor(async () => expect(answered(await ask(everything(), { token }))).toEqual(ALL), {
    timeout: 20_000,
    interval: 200,
  });
  expect(processOf('products-1').pid).toBe(products);
});

test('the router is killed and comes back', async () => {
  const former = processOf('router').pid;
  killHard('router');
  await backAgain('router', former);
  expect(answered(await ask(everything(), { token }))).toEqual(ALL);
});
