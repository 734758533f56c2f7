import type { Payment, Refund, StatusChange } from '../domain/payment.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type PaymentMapper = Payment;
export type PaymentStatusChangeMapper = StatusChange;
export type RefundMapper = Refund;

/** Owned elsewhere: only the key is known here. */
export type OrderMapper = { id: string };
export type UserMapper = { id: string };
