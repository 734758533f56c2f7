import path from 'node:path';
import { expect, test } from 'vitest';
import { readTopology, withPorts } from './topology.ts';

const service = (name: string, port?: number) => ({
  name,
  port,
  rpc: false,
  secrets: [],
  extensions: [],
});

test('services are read from the folders that have a main.ts, in the order of their ports', () => {
  expect(readTopology(path.join(import.meta.dirname, '../../tests/fixture'))).toEqual([
    { name: 'alpha', port: 4101, rpc: false, secrets: [], extensions: [] },
    { name: 'beta', port: 4102, rpc: true, secrets: [], extensions: [] },
  ]);
});

test('a service that declares no port gets the first free one from 4106', () => {
  const ports = withPorts([
    service('wishes'),
    service('orders', 4103),
    service('reviews'),
    service('stock', 4107),
  ]);
  expect(ports.map(({ name, port }) => [name, port])).toEqual([
    ['orders', 4103],
    ['reviews', 4106],
    ['stock', 4107],
    ['wishes', 4108],
  ]);
});
