import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productRecords } from '../src/seed/catalogue-records.ts';
import { makeHistory } from '../src/seed/history.ts';
import { type PspProcess, startPsp } from './psp-process.ts';

const { payments } = makeHistory(productRecords());
let folder: string;
let psp: PspProcess;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-seed-'));
  const file = path.join(folder, 'payments.ndjson');
  await writeFile(file, payments.map((each) => `${JSON.stringify(each)}\n`).join(''));
  psp = await startPsp({ SEED_FILE: file });
});
afterAll(async () => {
  await psp.close();
  await rm(folder, { recursive: true });
});

test('a demo payment is refunded as any other, and the demo data is not taken in twice', async () => {
  const stripe = psp.stripe();
  const paid = payments.find(({ status }) => status === 'CAPTURED');
  const intent = paid?.providerReference ?? '';
  const { movements } = await psp.ledger();
  expect(await stripe.refunds.create({ payment_intent: intent })).toMatchObject({
    status: 'succeeded',
    amount: paid?.capturedAmount,
  });
  await psp.kill();
  await psp.restart();
  expect((await psp.ledger()).movements).toHaveLength(movements.length + 1);
  await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  });
});

test('a demo payment that is held can be captured', async () => {
  const held = payments.find(({ status }) => status === 'AUTHORIZED');
  const captured = await psp.stripe().paymentIntents.capture(held?.providerReference ?? '');
  expect(captured).toMatchObject({ status: 'succeeded', amount_received: held?.amount });
});
