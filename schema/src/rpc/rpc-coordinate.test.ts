import { expect, test } from 'vitest';
import { rpcCoordinate } from './rpc-coordinate.ts';

test.each([
  ['Previously present RPC "A" on service "S" was deleted.', 'p.S/A'],
  ['Previously present service "S" was deleted from file.', 'p.S'],
  ['Field "3" with name "sku" on message "Offer" changed type.', 'p.Offer.sku'],
  ['Previously present enum "Color" was deleted from file.', 'p.Color'],
  ['Something else.', 'p'],
])('%s is about %s', (message, coordinate) => {
  expect(rpcCoordinate(message, 'package p;')).toBe(coordinate);
});
