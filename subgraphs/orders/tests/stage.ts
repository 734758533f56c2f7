import { newId } from '@souk/platform/ids';
import { stageSubgraph } from '../../../tests/staged-subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { startCatalogue } from './catalogue.ts';

export const CART = /* GraphQL */ `
  fragment All on Cart {
    id token currency totalQuantity subtotal { amount currency } weightGrams
    createdAt updatedAt customer { id }
    lines {
      id title variantTitle sku quantity weightGrams
      unitPrice { amount currency } lineTotal { amount } product { id } variant { id }
    }
  }
`;

/** For when no more matters than whether it is refused. */
export const ADD = 'mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }';

export type Stage = Awaited<ReturnType<typeof openStage>>;
export type Person = Awaited<ReturnType<Stage['person']>>;

/** The subgraph with a catalogue of its own, and people who buy. */
export async function openStage(env: Readonly<Record<string, string>> = {}) {
  const catalogue = await startCatalogue();
  const stage = await stageSubgraph({
    name: 'orders',
    migrations: `${import.meta.dirname}/../migrations`,
    env: { DISCOVERY_FILE: catalogue.discoveryFile, RPC_DEADLINE_MS: '2000', ...env },
    compose: (env, scope) => compose(parseConfig({ BUS_URL: env.DATABASE_URL, ...env }), scope),
  });
  const { query, identity } = stage;
  return {
    ...stage,
    catalogue,
    seedIsEmpty: stage.composition.seed.isEmpty,
    person: async (roles?: readonly string[]) => {
      const id = newId();
      return { id, token: await identity.tokenFor({ id, ...(roles && { roles }) }) };
    },
    /** Adds to a cart and answers with all of it. Fails on any error. */
    add: async (input: object, token?: string | null) => {
      const answer = await query(
        `mutation ($input: AddToCartInput!) { addToCart(input: $input) { ...All } } ${CART}`,
        { input },
        token,
      );
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data.addToCart;
    },
    /** All of the cart of that token, or else of who signed in. */
    cartOf: async (cartToken: string | null, token?: string) => {
      const source = `query ($cartToken: String) { cart(cartToken: $cartToken) { ...All } } ${CART}`;
      return (await query(source, { cartToken }, token)).data.cart;
    },
    close: async () => {
      await stage.close();
      await catalogue.close();
    },
  };
}
