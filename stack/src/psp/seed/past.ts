import { createHash } from 'node:crypto';
import { cancel, capture, confirm, type Intent } from '../domain/intent.ts';
import type { Movement } from '../domain/movement.ts';
import type { PaymentMethod } from '../domain/payment-method.ts';
import { createRefund, type Refund } from '../domain/refund.ts';
import type { Transaction } from '../ledger/book.ts';
import type { PastPayment } from './records.ts';

type Past = { intent: Intent; refunds: Refund[]; movements: (Movement & { at: string })[] };

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1_000);

/** The same at every start, so that the shop's records can name it. */
const idFrom = (prefix: string, of: string): string =>
  `${prefix}_${createHash('sha256').update(`${prefix} ${of}`).digest('hex').slice(0, 24)}`;

/**
 * The payments that a shop made before this PSP kept a ledger, as one transaction for it: what each
 * came to by the same steps as today. Nobody is told of them.
 */
export function pastOf(payments: readonly PastPayment[]): Transaction {
  const all = payments.map(replay);
  const movements = all.flatMap((each) => each.movements);
  return {
    at: new Date(0).toISOString(),
    intents: all.map(({ intent }) => intent).sort((a, b) => a.created - b.created),
    refunds: all.flatMap(({ refunds }) => refunds).sort((a, b) => a.created - b.created),
    paymentMethods: all.flatMap(({ intent }) => intent.paymentMethod ?? []),
    movements: movements.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

function replay(payment: PastPayment): Past {
  const past: Past = { intent: opened(payment), refunds: [], movements: [] };
  const refunds = payment.refunds.values();
  for (const step of payment.history) Object.assign(past, stepOf(payment, past, step, refunds));
  return past;
}

function stepOf(
  payment: PastPayment,
  { intent, refunds, movements }: Past,
  { status, at, amount }: PastPayment['history'][number],
  given: Iterator<PastPayment['refunds'][number]>,
): Partial<Past> {
  const moved = (step: { intent: Intent; movements: readonly Movement[] }) => ({
    intent: step.intent,
    movements: [...movements, ...step.movements.map((each) => ({ ...each, at }))],
  });
  const charge = idFrom('ch', payment.id);
  switch (status) {
    case 'REQUIRES_ACTION':
    case 'DECLINED':
    case 'AUTHORIZED':
      return moved(confirm(intent, cardOf(payment), charge));
    case 'PARTIALLY_CAPTURED':
    case 'CAPTURED':
      return moved(capture(intent, amount, status === 'CAPTURED'));
    case 'VOIDED':
      return moved(cancel(intent, 'requested_by_customer', seconds(at)));
    case 'EXPIRED':
      return moved(cancel(intent, 'abandoned', seconds(at)));
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED': {
      const next = given.next();
      if (next.done) throw new Error(`payment ${payment.id} has fewer refunds than its history`);
      const step = createRefund(intent, next.value.amount, refundFacts(payment, next.value));
      return { ...moved(step), refunds: [...refunds, step.refund] };
    }
    default:
      return {};
  }
}

const opened = (payment: PastPayment): Intent => ({
  id: payment.providerReference,
  clientSecret: idFrom(`${payment.providerReference}_secret`, payment.id),
  status: 'requires_payment_method',
  amount: payment.amount,
  currency: payment.currency,
  amountCapturable: 0,
  amountReceived: 0,
  amountRefunded: 0,
  captureMethod: 'manual',
  multicapture: true,
  paymentMethod: null,
  charge: null,
  lastError: null,
  returnUrl: null,
  description: null,
  customer: null,
  metadata: { orderId: payment.orderId, paymentId: payment.id },
  created: seconds(payment.history[0]?.at ?? ''),
  canceledAt: null,
  cancellationReason: null,
});

function cardOf({ id, card, history }: PastPayment): PaymentMethod {
  const has = (status: string) => history.some((step) => step.status === status);
  const decline = {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
  };
  return {
    ...card,
    id: idFrom('pm', id),
    created: seconds(history[0]?.at ?? ''),
    behaviour: {
      authenticates: has('REQUIRES_ACTION'),
      decline: has('DECLINED') ? decline : null,
      refund: 'succeeds',
    },
  };
}

const refundFacts = (
  { id, orderId }: PastPayment,
  refund: PastPayment['refunds'][number],
): Parameters<typeof createRefund>[2] => ({
  id: idFrom('re', refund.id),
  reason: null,
  metadata: { orderId, paymentId: id, refundId: refund.id },
  created: seconds(refund.createdAt),
});
