import type { Currency } from '@souk/contracts/money';
import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  LEDGER_ACCOUNTS,
  type LedgerAccount,
  MOVEMENT_KINDS,
  type MovementKind,
} from '../domain/ledger.ts';
import {
  PAYMENT_STATUSES,
  type PaymentStatus,
  REFUND_STATUSES,
  type RefundStatus,
} from '../domain/payment.ts';

export {
  deadLetters,
  eventStreams,
  events,
  idempotentReplies,
  inbox,
  outbox,
} from './messaging-tables.ts';
export { providerTasks } from './task-tables.ts';

const oneOf = (values: readonly string[]): SQL =>
  sql.raw(`(${values.map((value) => `'${value}'`).join(', ')})`);
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const CURRENCIES = oneOf(['KRW', 'USD', 'EUR']);

export const payments = pgTable(
  'payments',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull().unique('payments_one_an_order'),
    customerId: uuid('customer_id').notNull(),
    status: text('status').$type<PaymentStatus>().notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    amount: integer('amount').notNull(),
    capturedAmount: integer('captured_amount').notNull(),
    refundedAmount: integer('refunded_amount').notNull(),
    cardBrand: text('card_brand'),
    cardLast4: text('card_last4'),
    cardExpMonth: smallint('card_exp_month'),
    cardExpYear: smallint('card_exp_year'),
    providerReference: text('provider_reference').unique('payments_provider_reference'),
    actionUrl: text('action_url'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('payments_id_currency').on(table.id, table.currency),
    index('payments_newest').on(table.createdAt, table.id),
    index('payments_by_customer').on(table.customerId, table.createdAt, table.id),
    index('payments_by_status').on(table.status, table.createdAt, table.id),
    check('payments_status', sql`${table.status} in ${oneOf(PAYMENT_STATUSES)}`),
    check('payments_currency', sql`${table.currency} in ${CURRENCIES}`),
    check('payments_amount', sql`${table.amount} > 0`),
    check('payments_captured', sql`${table.capturedAmount} between 0 and ${table.amount}`),
    check('payments_refunded', sql`${table.refundedAmount} between 0 and ${table.capturedAmount}`),
    check(
      'payments_captured_by_status',
      sql`(${table.capturedAmount} > 0) = (${table.status} in ('PARTIALLY_CAPTURED', 'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'))`,
    ),
    check(
      'payments_refunded_by_status',
      sql`(${table.refundedAmount} > 0) = (${table.status} in ('PARTIALLY_REFUNDED', 'REFUNDED'))`,
    ),
    check(
      'payments_all_refunded',
      sql`${table.status} not in ('PARTIALLY_REFUNDED', 'REFUNDED') or (${table.status} = 'REFUNDED') = (${table.refundedAmount} = ${table.capturedAmount})`,
    ),
    check(
      'payments_part_captured',
      sql`${table.status} <> 'PARTIALLY_CAPTURED' or ${table.capturedAmount} < ${table.amount}`,
    ),
    check(
      'payments_card_whole',
      sql`num_nulls(${table.cardBrand}, ${table.cardLast4}, ${table.cardExpMonth}, ${table.cardExpYear}) in (0, 4)`,
    ),
    check('payments_card_last4', sql`${table.cardLast4} ~ '^[0-9]{4}$'`),
    check('payments_card_exp_month', sql`${table.cardExpMonth} between 1 and 12`),
    check(
      'payments_known_to_provider',
      sql`${table.status} in ('CREATED', 'DECLINED', 'VOIDED', 'EXPIRED') or ${table.providerReference} is not null`,
    ),
    check(
      'payments_action_url',
      sql`${table.actionUrl} is null or ${table.status} = 'REQUIRES_ACTION'`,
    ),
  ],
);

export const paymentHistory = pgTable(
  'payment_history',
  {
    paymentId: uuid('payment_id')
      .notNull()
      .references(() => payments.id),
    position: integer('position').notNull(),
    status: text('status').$type<PaymentStatus>().notNull(),
    at: instant('at').notNull(),
    amount: integer('amount'),
  },
  (table) => [
    primaryKey({ columns: [table.paymentId, table.position] }),
    check('payment_history_status', sql`${table.status} in ${oneOf(PAYMENT_STATUSES)}`),
    check('payment_history_amount', sql`${table.amount} > 0`),
  ],
);

export const refunds = pgTable(
  'refunds',
  {
    id: uuid('id').primaryKey(),
    paymentId: uuid('payment_id').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    amount: integer('amount').notNull(),
    reason: text('reason').notNull(),
    status: text('status').$type<RefundStatus>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    foreignKey({
      name: 'refunds_in_the_payments_currency',
      columns: [table.paymentId, table.currency],
      foreignColumns: [payments.id, payments.currency],
    }),
    index('refunds_by_payment').on(table.paymentId, table.createdAt, table.id),
    check('refunds_amount', sql`${table.amount} > 0`),
    check('refunds_status', sql`${table.status} in ${oneOf(REFUND_STATUSES)}`),
    check('refunds_reason', sql`length(${table.reason}) between 1 and 500`),
  ],
);

export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    movementId: uuid('movement_id').notNull(),
    account: text('account').$type<LedgerAccount>().notNull(),
    kind: text('kind').$type<MovementKind>().notNull(),
    paymentId: uuid('payment_id').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.movementId, table.account] }),
    foreignKey({
      name: 'ledger_entries_in_the_payments_currency',
      columns: [table.paymentId, table.currency],
      foreignColumns: [payments.id, payments.currency],
    }),
    index('ledger_entries_by_payment').on(table.paymentId),
    check('ledger_entries_account', sql`${table.account} in ${oneOf(LEDGER_ACCOUNTS)}`),
    check('ledger_entries_kind', sql`${table.kind} in ${oneOf(MOVEMENT_KINDS)}`),
    check('ledger_entries_amount', sql`${table.amount} <> 0`),
  ],
);
