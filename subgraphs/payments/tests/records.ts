import { newId } from '@souk/platform/ids';

export const mina = newId();
export const stranger = newId();

const at = (second: number) => new Date(Date.UTC(2026, 4, 1) + second * 1_000).toISOString();
let told = 0;

/** A seed record of a payment that was captured in full, changed as asked. */
export function paymentRecord(change: object = {}) {
  told += 1;
  return {
    kind: 'payment',
    id: newId(),
    orderId: newId(),
    customerId: mina,
    status: 'CAPTURED',
    currency: 'KRW',
    amount: 30_000,
    capturedAmount: 30_000,
    refundedAmount: 0,
    card: { brand: 'visa', last4: '4242', expMonth: 4, expYear: 2030 },
    providerReference: `pi_${newId()}`,
    createdAt: at(told),
    history: [
      { status: 'CREATED', at: at(told), amount: null },
      { status: 'AUTHORIZED', at: at(told + 1), amount: 30_000 },
      { status: 'CAPTURED', at: at(told + 2), amount: 30_000 },
    ],
    refunds: [] as object[],
    ...change,
  };
}

/** The same, of which 5,000 and 2,000 were given back; a third refund failed. */
export function refundedRecord(change: object = {}) {
  const paid = paymentRecord();
  const refund = (second: number, amount: number, status = 'SUCCEEDED') => ({
    id: newId(),
    amount,
    reason: 'damaged in transit',
    status,
    createdAt: at(10_000 + second),
  });
  return {
    ...paid,
    status: 'PARTIALLY_REFUNDED',
    refundedAmount: 7_000,
    history: [
      ...paid.history,
      { status: 'PARTIALLY_REFUNDED', at: at(10_001), amount: 5_000 },
      { status: 'PARTIALLY_REFUNDED', at: at(10_002), amount: 2_000 },
    ],
    refunds: [refund(1, 5_000), refund(2, 2_000), refund(3, 1_000, 'FAILED')],
    ...change,
  };
}
