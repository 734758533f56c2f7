import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGraph, type TestGraph } from '../graph/start.ts';

/** Routes over the test shop: each feature once. */
export const ROUTES = `
title: Test shop
version: '1'
statuses: { Category: 409 }
routes:
  - { method: GET, path: /products, document: products.graphql, summary: Goods., cache_control: 'public, max-age=30, s-maxage=60' }
  - { method: GET, path: '/products/{id}', document: product.graphql, summary: One. }
  - { method: GET, path: /people/me, document: me.graphql, summary: Me., result: viewer.orders, viewer: required }
  - { method: GET, path: /named, document: named.graphql, summary: By header., statuses: { Staff: 203 }, parameters: { name: { in: header, name: Person-Name } } }
  - { method: GET, path: /broken, document: broken.graphql, summary: Fails. }
  - { method: GET, path: /moods, document: moods.graphql, summary: Fails in part. }
  - { method: GET, path: /nobody, document: nobody.graphql, summary: Null., viewer: required }
  - { method: POST, path: /notes, document: note.graphql, summary: Notes., status: 201, location: '/notes/{id}' }
  - { method: GET, path: /who, document: who.graphql, summary: An interface., statuses: { Customer: 409 } }
  - { method: DELETE, path: /gone, document: clear.graphql, summary: Gone., status: 204 }
  - { method: PUT, path: /notes, document: refused.graphql, summary: Refused. }
`;

export const DOCUMENTS: Readonly<Record<string, string>> = {
  'products.graphql':
    'query Products($first: Int = 2, $currency: Currency! = KRW, $upper: Boolean) { products(first: $first) { id title(upper: $upper) price(currency: $currency) { amount currency } } }',
  'product.graphql': 'query Product($id: ID!) { product(id: $id) { id title freight } }',
  'me.graphql': 'query Me { viewer { orders { number } } }',
  'named.graphql': 'query Named($name: String!) { named(name: $name) { __typename name } }',
  'who.graphql': 'query Who { viewer { __typename id ... on Customer { level } } }',
  'broken.graphql': 'query Broken { broken }',
  'moods.graphql': 'query Moods { products { id mood } }',
  'nobody.graphql': 'query Nobody { order(id: "o9") { id } }',
  'note.graphql': 'mutation Note($text: String!) { noteB(text: $text) }',
  'clear.graphql': 'mutation Gone { noteB(text: "gone") }',
  'refused.graphql': 'mutation Refused { failA }',
};

/** Writes a folder of routes. */
export function restFolder(
  routes: string = ROUTES,
  documents: Readonly<Record<string, string>> = DOCUMENTS,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'rest-test-'));
  writeFileSync(join(folder, 'routes.yaml'), routes);
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
  return folder;
}

export const startRest = (env: Record<string, string> = {}): Promise<TestGraph> =>
  startGraph({ REST_DIR: restFolder(), ...env });
