import { expect, test } from 'vitest';
import { discoveryOf } from './discovery.ts';

const instances = [
  { id: 'accounts-1', service: 'accounts', port: 4101, rpcPort: 5101, rpc: false },
  { id: 'products-1', service: 'products', port: 4102, rpcPort: 5102, rpc: true },
  { id: 'products-2', service: 'products', port: 4112, rpcPort: 5112, rpc: true },
];

test('only ready instances are listed, with gRPC where they serve it', () => {
  expect(discoveryOf(instances, (id) => id !== 'products-1')).toEqual({
    accounts: [{ id: 'accounts-1', http: 'http://127.0.0.1:4101' }],
    products: [{ id: 'products-2', http: 'http://127.0.0.1:4112', rpc: 'http://127.0.0.1:5112' }],
  });
});

test('a service without a ready instance is listed as empty', () => {
  expect(discoveryOf(instances, () => false)).toEqual({ accounts: [], products: [] });
});
