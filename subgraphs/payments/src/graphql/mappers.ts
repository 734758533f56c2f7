import type { StoredDeadLetter } from '@souk/platform/dead-letters';
import type { RefundRefusal } from '../app/refunds.ts';
import type { Payment, Refund, StatusChange } from '../domain/payment.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type PaymentMapper = Payment;
export type PaymentStatusChangeMapper = StatusChange;
export type RefundMapper = Refund;
export type RefundRefusedMapper = { code: RefundRefusal };
export type DeadLetterMapper = StoredDeadLetter;

/** Owned elsewhere: only the key is known here. */
export type OrderMapper = { id: string };
export type UserMapper = { id: string };
