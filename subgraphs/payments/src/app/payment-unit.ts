import type { PaymentEvent } from '../domain/payment-events.ts';
import type { PaymentState } from '../domain/payment-state.ts';
import type { Task } from '../domain/task.ts';

/** What a service can be told of a payment without that something has just happened to it. */
export type Answer =
  | { type: 'VOIDED'; orderId: string }
  | { type: 'CAPTURED'; orderId: string; shipmentId: string }
  | { type: 'REFUND_SUCCEEDED'; orderId: string; refundId: string }
  | { type: 'REFUND_FAILED'; orderId: string; refundId: string; code: string };

export type Loaded = { paymentId: string; state: PaymentState };

/** What can be done to payments in one transaction. `cause` is the id of what led to it. */
export type PaymentUnit = {
  /** The id of the payment of an order. */
  ofOrder: (orderId: string) => Promise<string | null>;
  /** The id of the payment that the provider knows by this name. */
  ofReference: (reference: string) => Promise<string | null>;
  /** Locks the payment until the transaction ends. Its state is `noPayment` where there is none. */
  load: (paymentId: string) => Promise<Loaded>;
  /** Appends what happened, enters it in the ledger, and tells others of it. */
  record: (loaded: Loaded, events: readonly PaymentEvent[], cause: string) => Promise<Loaded>;
  /** Has the provider asked, after everything else that it is still to be asked for this payment. */
  schedule: (
    about: { paymentId: string; orderId: string },
    task: Task,
    cause: string,
  ) => Promise<void>;
  /** False when the task is not this attempt's any more; then nothing of it may be recorded. */
  endTask: (id: string, attempt: number) => Promise<boolean>;
  answer: (loaded: Loaded | null, answer: Answer, cause: string) => Promise<void>;
  /** False when an event of the provider was taken before. */
  receive: (providerEventId: string) => Promise<boolean>;
};

/** Runs work in one transaction. */
export type InUnit = <T>(work: (unit: PaymentUnit) => Promise<T>) => Promise<T>;
