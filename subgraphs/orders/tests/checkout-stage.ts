import { newId } from '@souk/platform/ids';
import { expect, vi } from 'vitest';
import { CARDS, startNeighbours } from './neighbours.ts';
import { openStage, type Person } from './stage.ts';

export const PLACE = /* GraphQL */ `
  mutation ($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      __typename
      ... on Order { ...Placed }
      ... on CheckoutProblem {
        english: message
        korean: message(locale: KO)
        order { ...Placed }
      }
      ... on PaymentActionRequired { actionUrl }
      ... on ItemsOutOfStock { shortages { variant { id } requested available } }
      ... on PricesChanged { changes { variant { id } was { amount currency } now { amount } } }
      ... on PaymentDeclined { declineCode }
      ... on CouponRefused { code }
    }
  }
  fragment Placed on Order {
    id number status rejectionReason couponCode shippingMethod availableActions version
    subtotal { amount } discount { amount } shippingCost { amount } tax { amount } total { amount }
    lines { number title quantity unitPrice { amount } }
  }
`;

export const ADDRESS = {
  ...{ recipient: 'Mina Kim', phone: '+82 10 1234 5678', country: 'KR', postalCode: '04524' },
  ...{ region: 'Seoul', city: 'Jung-gu', line1: '110 Sejong-daero' },
};

export const newKey = () => `attempt-${newId()}`;

export type CheckoutStage = Awaited<ReturnType<typeof openCheckoutStage>>;
export type PlacedOrder = Awaited<ReturnType<CheckoutStage['bought']>>;

type Bought = { id: string; lines: { number: number; quantity: number }[] };

/** A stage on which people can buy: the other services stand in on a real bus and by real gRPC. */
export async function openCheckoutStage() {
  const stage = await openStage({ PLACE_WAIT_MS: '1000' });
  const neighbours = await startNeighbours(stage.database.url);
  const { query, catalogue } = stage;

  /** Fails on any error of the answer. */
  const ask = async (source: string, variables: object, token?: string | null) => {
    const answer = await query(source, variables, token);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };

  const orderInput = (change: object = {}) => ({
    shippingAddress: ADDRESS,
    paymentMethod: CARDS.good,
    idempotencyKey: newKey(),
    ...change,
  });

  const place = async ({ token }: Person, change: object = {}) =>
    (await ask(PLACE, { input: orderInput(change) }, token)).placeOrder;

  /** Something of its own in her cart. */
  const fill = async ({ token }: Person, quantity = 2, item = catalogue.put()) => {
    await stage.add({ variantId: item.variantId, quantity }, token);
    return item;
  };

  const statusOf = async (id: string, { token }: Person): Promise<string> =>
    (await ask('query ($id: ID!) { order(id: $id) { status } }', { id }, token)).order.status;

  /** Waits until her order has that status. */
  const reaches = (id: string, person: Person, status: string) =>
    vi.waitFor(async () => expect(await statusOf(id, person)).toBe(status), {
      ...{ timeout: 5_000, interval: 20 },
    });

  const bought = async (person: Person, change: object = {}, quantity = 2) => {
    await fill(person, quantity);
    const order = await place(person, change);
    expect(order.__typename).toBe('Order');
    return order;
  };

  return {
    ...stage,
    neighbours,
    ask,
    orderInput,
    place,
    fill,
    bought,
    reaches,
    /** Has it sent and delivered. */
    delivered: async ({ id, lines }: Bought, person: Person) => {
      const items = lines.map(({ number, quantity }) => ({ orderLineNumber: number, quantity }));
      await neighbours.deliver(id, await neighbours.dispatch(id, items));
      await reaches(id, person, 'DELIVERED');
    },
    close: async () => {
      await neighbours.close();
      await stage.close();
    },
  };
}
