import { expect, test } from 'vitest';
import { makePlan } from '../config/plan.ts';
import { renderChange, renderRow } from './rows.ts';
import { plain } from './style.ts';
import { renderSummary } from './summary.ts';

const plan = makePlan(
  [
    { name: 'accounts', port: 4101, rpc: false, secrets: [], extensions: [] },
    { name: 'products', port: 4102, rpc: true, secrets: [], extensions: [] },
  ],
  { only: null, scale: { products: 2 }, portOffset: 0 },
);

test('the summary has every address, the demo users and how to stop', () => {
  const facts = { plan, bus: null, tookMs: 6_420, dataDirectory: '.data', demoUsers: true };
  expect(renderSummary(facts, plain)).toBe(`
  Souk is open.  Ready in 6.4 s.

  Addresses
    router             http://localhost:4000/graphql
    landing page       http://localhost:4000
    GraphiQL           http://localhost:4000/graphiql
    health             http://localhost:4000/health/ready
    accounts           http://localhost:4101/graphql
    products-1         http://localhost:4102/graphql
    products-2         http://localhost:4112/graphql
    PostgreSQL         127.0.0.1:4500

  Sign in as  password souk-demo-2026
    mina@souk.example  customer
    sam@souk.example   support
    mira@souk.example  merchandiser
    wade@souk.example  warehouse
    ada@souk.example   admin

  Data and logs are in .data. Ctrl-C stops everything and keeps them.

`);
});

test('a stack without demo data offers nobody to sign in as', () => {
  const facts = { plan, bus: null, tookMs: 1, dataDirectory: '.data', demoUsers: false };
  expect(renderSummary(facts, plain)).not.toContain('mina@souk.example');
});

test('another bus is shown where it is, without its password', () => {
  const bus = 'amqp://souk:secret@rabbit:5672/shop';
  const facts = { plan, bus, tookMs: 1, dataDirectory: '.data', demoUsers: false };
  expect(renderSummary(facts, plain)).toContain('amqp://souk@rabbit:5672/shop');
});

test('a row shows the state and how long it took', () => {
  const row = { id: 'orders-1', state: 'ready', elapsedMs: 1_234, note: '' } as const;
  expect(renderRow(row, 10, 0, plain)).toBe('  ✓ orders-1    ready       1.2 s');
  expect(renderChange(row)).toBe('orders-1: ready (1.2 s)');
});

test('a row that has not begun shows no time', () => {
  const row = { id: 'router', state: 'waiting', elapsedMs: 500, note: '' } as const;
  expect(renderRow(row, 6, 0, plain)).toBe('  · router  waiting');
  expect(renderChange(row)).toBe('router: waiting');
});
