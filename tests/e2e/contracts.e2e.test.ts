import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { expect, inject, test } from 'vitest';
import { post, signIn } from './client.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const at = (contract: string) => `${inject('stack').router}/${contract}/graphql`;
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

async function schemaAt(contract: string) {
  const { data } = await post(at(contract), getIntrospectionQuery());
  return buildClientSchema(data);
}

test('the storefront has what shoppers need, and nothing of the staff', async () => {
  const schema = await schemaAt('storefront');
  const queries = schema.getQueryType()?.getFields() ?? {};
  expect(Object.keys(queries)).toEqual(expect.arrayContaining(['products', 'cart', 'order']));
  expect(Object.keys(queries)).not.toContain('orders');
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).not.toContain('createProduct');
  expect(schema.getType('DeadLetter')).toBeUndefined();
});

test("the README's tour goes through the storefront", async () => {
  const token = await signIn();
  for (const file of ['1-browse', '4-five-services', '5-cart', '8-what-happened']) {
    const { errors } = await post(at('storefront'), read(`router/examples/${file}.graphql`), {
      token,
    });
    expect(errors).toBeUndefined();
  }
});

test('not even an admin has at the storefront what it does not have', async () => {
  const query = '{ orders(first: 1) { nodes { id } } }';
  const token = await signIn('ada@souk.example');
  expect(await post(`${inject('stack').router}/graphql`, query, { token })).not.toHaveProperty(
    'errors',
  );
  expect(await post(at('storefront'), query, { token })).toMatchObject({
    status: 400,
    errors: [{ message: expect.stringContaining('Cannot query field "orders"') }],
  });
});

test('partners read the catalogue and shipping rates, and nothing of people', async () => {
  const schema = await schemaAt('partner');
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual([
    ...[
      'categories',
      'category',
      'product',
      'products',
      'shippingRates',
      'shippingZones',
      'variant',
    ],
  ]);
  expect(schema.getMutationType() ?? null).toBeNull();
  for (const name of ['Order', 'Cart', 'Customer', 'Payment']) {
    expect(schema.getType(name)).toBeUndefined();
  }
  const { data, errors } = await post(
    at('partner'),
    `{ products(first: 2) { nodes { title variants { sku prices { amount currency } availability { quantity } } } }
       shippingRates(country: "KR", weightGrams: 500) { method price { amount } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.products.nodes).toHaveLength(2);
  expect(data.shippingRates.length).toBeGreaterThan(0);
});
