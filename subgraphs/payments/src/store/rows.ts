import { getTableColumns } from 'drizzle-orm';
import type { Payment } from '../domain/payment.ts';
import { payments } from './tables.ts';

export const paymentColumns = getTableColumns(payments);

type Row = typeof payments.$inferSelect;

export function toPayment(row: Row): Payment {
  const { cardBrand, cardLast4, cardExpMonth, cardExpYear, ...payment } = row;
  const whole =
    cardBrand !== null && cardLast4 !== null && cardExpMonth !== null && cardExpYear !== null;
  const card = whole
    ? { brand: cardBrand, last4: cardLast4, expMonth: cardExpMonth, expYear: cardExpYear }
    : null;
  return { ...payment, card };
}

export function fromPayment({ card, ...payment }: Payment): Row {
  return {
    ...payment,
    cardBrand: card?.brand ?? null,
    cardLast4: card?.last4 ?? null,
    cardExpMonth: card?.expMonth ?? null,
    cardExpYear: card?.expYear ?? null,
  };
}
