import { expect, test } from 'vitest';
import { makePlan, portsOf } from './plan.ts';

const services = [
  { name: 'accounts', port: 4101, rpc: false, secrets: [], extensions: [] },
  { name: 'products', port: 4102, rpc: true, secrets: [], extensions: [] },
];
const everything = { only: null, scale: {}, portOffset: 0 };

test('each further instance listens ten ports higher, and gRPC a thousand above HTTP', () => {
  const { instances } = makePlan(services, { ...everything, scale: { products: 3 } });
  expect(instances.map(({ id, port, rpcPort }) => [id, port, rpcPort])).toEqual([
    ['accounts-1', 4101, 5101],
    ['products-1', 4102, 5102],
    ['products-2', 4112, 5112],
    ['products-3', 4122, 5122],
  ]);
});

test('the offset shifts every port', () => {
  const before = portsOf(makePlan(services, everything));
  const after = portsOf(makePlan(services, { ...everything, portOffset: 3_000 }));
  expect(after).toEqual(before.map(({ port, owner }) => ({ port: port + 3_000, owner })));
  expect(before).toContainEqual({ port: 5102, owner: 'products-1 (gRPC)' });
  expect(before).not.toContainEqual(expect.objectContaining({ port: 5101 }));
});

test('--only leaves the other services out, with their databases', () => {
  const plan = makePlan(services, { ...everything, only: ['accounts'] });
  expect(plan.services.map(({ name }) => name)).toEqual(['accounts']);
  expect(plan.instances.map(({ id }) => id)).toEqual(['accounts-1']);
});

test('two processes that would share a port are refused', () => {
  const clash = [
    ...services,
    { name: 'reviews', port: 4111, rpc: false, secrets: [], extensions: [] },
  ];
  expect(() => makePlan(clash, { ...everything, scale: { accounts: 2 } })).toThrow(
    'accounts-2 and reviews-1 would share port 4111.',
  );
});

test('a port that browsers refuse is refused here, with advice', () => {
  expect(() => makePlan(services, { ...everything, portOffset: 2_000 })).toThrow(
    /Port 6000 is one that browsers and fetch refuse/,
  );
});
