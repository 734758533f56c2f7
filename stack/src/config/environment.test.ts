import { expect, test } from 'vitest';
import { commonEnvironment, routerArguments, serviceEnvironment } from './environment.ts';
import { makePlan } from './plan.ts';

const plan = makePlan(
  [
    { name: 'accounts', port: 4101, rpc: false, secrets: ['AUTH_SECRET'], extensions: [] },
    { name: 'products', port: 4102, rpc: true, secrets: [], extensions: [] },
  ],
  { only: null, scale: { products: 2 }, portOffset: 100 },
);
const around = {
  plan,
  dataDirectory: '/data',
  discoveryFile: '/data/discovery.json',
  compileCache: '/data/compile-cache',
  usageDirectory: '/data/usage',
  databaseUrl: (service: string) => `postgres://${service}`,
  busUrl: 'amqp://bus',
  secretOf: (service: string, variable: string) => `${variable} of ${service}`,
  seedFiles: { products: '/data/seed/products.ndjson' },
};

test('an instance is told its own ports, its own database and where the keys are', () => {
  const second = plan.instances.find(({ id }) => id === 'products-2');
  expect(second && serviceEnvironment(second, around)).toMatchObject({
    PORT: '4212',
    RPC_PORT: '5212',
    DATABASE_URL: 'postgres://products',
    BUS_URL: 'amqp://bus',
    JWKS_URL: 'http://127.0.0.1:4201/.well-known/jwks.json',
    INSTANCE_ID: 'products-2',
    PUBLIC_URL: 'http://localhost:4212',
    SEED_FILE: '/data/seed/products.ndjson',
    STOP_ON_STDIN_CLOSE: '1',
  });
});

test('a service without demo data is told of no seed file', () => {
  const first = plan.instances.find(({ id }) => id === 'accounts-1');
  expect(first && serviceEnvironment(first, around)).not.toHaveProperty('SEED_FILE');
});

test('a declared secret is given to the service that declares it, and to no other', () => {
  const [accounts, products] = plan.instances.map((each) => serviceEnvironment(each, around));
  expect(accounts).toMatchObject({ AUTH_SECRET: 'AUTH_SECRET of accounts' });
  expect(products).not.toHaveProperty('AUTH_SECRET');
});

test('no two processes keep their compiled code in the same folder', () => {
  const folders = plan.instances.map((each) => serviceEnvironment(each, around).NODE_COMPILE_CACHE);
  folders.push(commonEnvironment(around, 'router').NODE_COMPILE_CACHE);
  expect(new Set(folders).size).toBe(plan.instances.length + 1);
});

test('the router is told its port, the discovery file and the keys', () => {
  expect(routerArguments(around)).toEqual([
    '--supergraph=router/supergraph.graphql',
    '--port=4100',
    '--discovery=/data/discovery.json',
    '--jwks-url=http://127.0.0.1:4201/.well-known/jwks.json',
    '--rest=router/rest',
    '--auth-subgraph=accounts',
  ]);
});
