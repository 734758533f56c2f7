import { expect, test } from 'vitest';
import { addressesOf } from '../addresses.ts';
import { makePlan, portsOf } from './plan.ts';
import { pspClientEnvironment, pspEnvironment } from './psp.ts';

const services = [
  { name: 'accounts', port: 4101, rpc: false, secrets: [], extensions: [] },
  { name: 'payments', port: 4104, rpc: false, secrets: [], extensions: [] },
];
const planOf = (only: string[] | null) =>
  makePlan(services, { only, scale: { payments: 2 }, portOffset: 100 });
const around = (only: string[] | null = null) => ({
  plan: planOf(only),
  secretOf: (service: string, variable: string) => `${variable}-of-${service}`,
  seedFiles: { payments: '/data/seed/payments.ndjson' },
});

test('the PSP runs beside payments, at a port of its own, and is left out with it', () => {
  expect(portsOf(planOf(null))).toContainEqual({ port: 4500, owner: 'the sandbox PSP' });
  expect(addressesOf(planOf(null)).psp).toBe('http://127.0.0.1:4500');
  expect(planOf(['accounts']).pspPort).toBeNull();
  expect(addressesOf(planOf(['accounts'])).psp).toBeNull();
});

test("the PSP and payments are told the same secrets and each other's addresses", () => {
  const psp = pspEnvironment(around(), '/data/psp');
  expect(psp).toMatchObject({
    PORT: '4500',
    DATA_DIR: '/data/psp',
    SEED_FILE: '/data/seed/payments.ndjson',
    WEBHOOK_ENDPOINTS: 'http://127.0.0.1:4204/webhooks/stripe',
  });
  expect(pspClientEnvironment({ service: 'payments' }, around())).toEqual({
    STRIPE_URL: 'http://127.0.0.1:4500',
    STRIPE_SECRET_KEY: psp.API_KEY,
    STRIPE_WEBHOOK_SECRET: psp.WEBHOOK_SECRET,
  });
});

test('no other service is told of the PSP', () => {
  expect(pspClientEnvironment({ service: 'accounts' }, around())).toEqual({});
});
