import { createHash } from 'node:crypto';
import { idOf } from '../ids.ts';
import { type Random, seededRandom } from '../random.ts';
import type { Card, OrderRecord, PaymentRecord, ShipmentRecord, UserRecord } from '../records.ts';
import { DAY, instant } from './calendar.ts';
import type { Sale } from './sales.ts';
import { takenAt } from './shipments.ts';

type Step = PaymentRecord['history'][number];
type Refund = PaymentRecord['refunds'][number];

const step = (status: Step['status'], at: string, amount: number | null = null): Step => ({
  status,
  at,
  amount,
});

/** Each parcel is paid as it leaves; the first carries the postage, the last whatever is left. */
function captures(
  { plan, lines, rate, currency, total }: Sale,
  shipments: readonly ShipmentRecord[],
) {
  const sent = shipments.filter((shipment) => takenAt(shipment) !== undefined);
  let left = total;
  return sent.map((shipment, index): Step => {
    const goods = shipment.items.reduce((sum, { orderLineNumber, quantity }) => {
      const line = lines.find(({ number }) => number === orderLineNumber);
      return sum + quantity * (line?.unitPrice ?? 0);
    }, 0);
    const last = plan.outcome !== 'partly-shipped' && index === sent.length - 1;
    const amount = last ? left : Math.min(left, goods + (index === 0 ? rate.prices[currency] : 0));
    left -= amount;
    return step(last ? 'CAPTURED' : 'PARTIALLY_CAPTURED', takenAt(shipment) ?? '', amount);
  });
}

function refundsOf({ plan, lines, orderId }: Sale, order: OrderRecord, random: Random): Refund[] {
  const whole = plan.outcome === 'refunded';
  if (!whole && plan.outcome !== 'partly-refunded') return [];
  const at = Date.parse(order.history.at(-1)?.at ?? order.placedAt) + random.whole(2, 9) * DAY;
  const [line] = lines;
  const korean = plan.customer.locale === 'ko';
  return [
    {
      id: idOf(`refund ${orderId}`, at),
      amount: whole ? order.total : (line?.unitPrice ?? 1),
      reason: whole
        ? korean
          ? '마음이 바뀌어 모두 돌려보냈습니다.'
          : 'Changed their mind and sent everything back.'
        : korean
          ? '한 점이 깨져서 도착했습니다.'
          : 'One piece arrived broken.',
      status: 'SUCCEEDED',
      createdAt: instant(at),
    },
  ];
}

function historyOf(sale: Sale, order: OrderRecord, taken: Step[], refunds: Refund[]): Step[] {
  const reached = (status: string) =>
    order.history.find((each) => each.status === status)?.at ?? '';
  const created = step('CREATED', reached('STOCK_RESERVED'));
  if (sale.plan.outcome === 'rejected') return [created, step('DECLINED', reached('REJECTED'))];
  if (sale.plan.outcome === 'expired') {
    const asked = instant(Date.parse(created.at) + 700);
    return [created, step('REQUIRES_ACTION', asked), step('EXPIRED', reached('EXPIRED'))];
  }
  const history = [
    created,
    step('AUTHORIZED', reached('PAYMENT_AUTHORIZED'), sale.total),
    ...taken,
  ];
  if (sale.plan.outcome === 'cancelled') history.push(step('VOIDED', reached('CANCELLED')));
  for (const { amount, createdAt } of refunds) {
    history.push(
      step(amount === sale.total ? 'REFUNDED' : 'PARTIALLY_REFUNDED', createdAt, amount),
    );
  }
  return history;
}

/** The payment of an order: held at checkout, captured as parcels leave, perhaps given back. */
export function paymentOf(
  sale: Sale,
  order: OrderRecord,
  shipments: readonly ShipmentRecord[],
  random: Random,
): PaymentRecord {
  const taken = captures(sale, shipments);
  const refunds = refundsOf(sale, order, random);
  const history = historyOf(sale, order, taken, refunds);
  const createdAt = history[0]?.at ?? order.placedAt;
  const sum = (list: readonly { amount: number | null }[]) =>
    list.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return {
    kind: 'payment',
    id: order.paymentId,
    orderId: order.id,
    customerId: order.customerId,
    status: history.at(-1)?.status ?? 'CREATED',
    currency: order.currency,
    amount: order.total,
    capturedAmount: sum(taken),
    refundedAmount: sum(refunds),
    card: sale.plan.outcome === 'rejected' ? REFUSED : cardOf(sale.plan.customer),
    providerReference: `pi_${createHash('sha256').update(order.id).digest('hex').slice(0, 24)}`,
    createdAt,
    history,
    refunds,
  };
}

/** The test card that is always declined. */
const REFUSED: Card = { brand: 'visa', last4: '0002', expMonth: 4, expYear: 2028 };

const CARDS: readonly (readonly [brand: string, last4: string])[] = [
  ['visa', '4242'],
  ['mastercard', '4444'],
  ['amex', '0005'],
  ['jcb', '0505'],
];

function cardOf({ email }: UserRecord): Card {
  const random = seededRandom(`card of ${email}`);
  const [brand, last4] = random.pick(CARDS);
  return { brand, last4, expMonth: random.whole(1, 12), expYear: random.whole(2027, 2031) };
}
