import { expect, test } from 'vitest';
import { productRecords } from '../../seed/catalogue-records.ts';
import { makeHistory } from '../../seed/history.ts';
import { totalsOf } from '../domain/movement.ts';
import { createBook } from '../ledger/book.ts';
import { pastOf } from './past.ts';
import { PastPayment } from './records.ts';

const { payments } = makeHistory(productRecords());
const book = createBook();
book.apply(pastOf(payments.map((each) => PastPayment.parse(each))));
const of = (status: string) => payments.filter((payment) => payment.status === status);

test('every demo payment stands at the provider as far as the shop says it came', () => {
  const there = payments.map(({ providerReference }) => {
    const { amountReceived, amountRefunded } = book.intents.get(providerReference) ?? {};
    return [amountReceived, amountRefunded];
  });
  expect(there).toEqual(
    payments.map(({ capturedAmount, refundedAmount }) => [capturedAmount, refundedAmount]),
  );
  const states = (status: string) =>
    new Set(of(status).map((each) => book.intents.get(each.providerReference)?.status));
  expect(states('AUTHORIZED')).toEqual(new Set(['requires_capture']));
  expect(states('PARTIALLY_CAPTURED')).toEqual(new Set(['requires_capture']));
  expect(states('CAPTURED')).toEqual(new Set(['succeeded']));
  expect(states('REFUNDED')).toEqual(new Set(['succeeded']));
  expect(states('DECLINED')).toEqual(new Set(['requires_payment_method']));
  expect(states('VOIDED')).toEqual(new Set(['canceled']));
  expect(states('EXPIRED')).toEqual(new Set(['canceled']));
});

test('the ledger holds every movement at its own time, oldest first, and sums to zero', () => {
  const times = book.movements.map(({ at }) => Date.parse(at));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(times).size).toBeGreaterThan(100);
  for (const [currency, totals] of Object.entries(totalsOf(book.movements))) {
    const { cardholder, held, merchant } = totals.balances;
    expect(cardholder + held + merchant).toBe(0);
    const mine = payments.filter((each) => each.currency.toLowerCase() === currency);
    expect(merchant).toBe(
      mine.reduce((sum, each) => sum + each.capturedAmount - each.refundedAmount, 0),
    );
  }
});

test('a card shows the same brand and number there as here', () => {
  const [payment] = of('CAPTURED');
  expect(book.intents.get(payment?.providerReference ?? '')?.paymentMethod).toMatchObject({
    ...payment?.card,
    behaviour: { refund: 'succeeds' },
  });
});
