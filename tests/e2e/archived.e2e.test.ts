import { expect, test, vi } from 'vitest';
import { ask, signIn } from './client.ts';

test('a cart says so when a product has gone off sale since', async () => {
  const merchandiser = await signIn('mira@souk.example');
  const { data: shelf } = await ask(
    '{ products(first: 1, sort: TITLE) { nodes { id version variants { id } } } }',
  );
  const [product] = shelf.products.nodes;
  const { data: added } = await ask(
    `mutation { addToCart(input: { variantId: "${product.variants[0].id}" }) { token } }`,
  );
  const cart = `{ cart(cartToken: "${added.addToCart.token}") { lines { problems { __typename } } } }`;
  expect((await ask(cart)).data.cart.lines).toEqual([{ problems: [] }]);

  const archive = `mutation { archiveProduct(id: "${product.id}", expectedVersion: ${product.version}) { version } }`;
  const { data: archived } = await ask(archive, { token: merchandiser });
  // What the router keeps of it goes when the event has come.
  await vi.waitFor(
    async () =>
      expect((await ask(cart)).data.cart.lines).toEqual([
        { problems: [{ __typename: 'NoLongerSold' }] },
      ]),
    { timeout: 5_000, interval: 50 },
  );

  const publish = `mutation { publishProduct(id: "${product.id}", expectedVersion: ${archived.archiveProduct.version}) { status } }`;
  const { data: published } = await ask(publish, { token: merchandiser });
  expect(published.publishProduct.status).toBe('PUBLISHED');
});
