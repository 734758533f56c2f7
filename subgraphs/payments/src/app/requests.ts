import type { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import { decidePayment, PaymentRejected } from '../domain/payment-decide.ts';
import type { PaymentUnit } from './payment-unit.ts';

/** What is asked for, by whom: `cause` is the id of the message, `at` when it was sent. */
type Asked<Data> = Data & { cause: string; at: string };

export type PaymentAsked = Asked<{
  orderId: string;
  customerId: string;
  amount: number;
  currency: Currency;
  paymentMethod: string;
}>;

export type Requests = ReturnType<typeof requests>;

/**
 * What others ask of payments. Each only decides, and notes down what the provider is to be asked:
 * `unit` is the transaction that remembers the message.
 */
export const requests = ({ returnUrl }: { returnUrl: (orderId: string) => string }) => {
  /** Throws BAD_USER_INPUT where there is no payment, or it is in another currency. */
  const paymentOf = async (unit: PaymentUnit, orderId: string): Promise<string> => {
    const paymentId = await unit.ofOrder(orderId);
    if (paymentId !== null) return paymentId;
    throw new AppError('BAD_USER_INPUT', `There is no payment for the order ${orderId}.`);
  };

  return {
    /** Once for each order. Throws BAD_USER_INPUT for another amount than was asked for before. */
    pay: async (unit: PaymentUnit, asked: PaymentAsked): Promise<void> => {
      const { orderId, customerId, amount, currency, paymentMethod, cause, at } = asked;
      const paymentId = (await unit.ofOrder(orderId)) ?? newId();
      const about = { paymentId, orderId, customerId, amount, currency };
      const loaded = await unit.load(paymentId);
      const events = accepted(() => decidePayment({ type: 'Create', ...about, at }, loaded.state));
      if (events.length === 0) return;
      await unit.record(loaded, events, cause);
      const task = { kind: 'AUTHORIZE', paymentMethod, returnUrl: returnUrl(orderId) } as const;
      await unit.schedule(about, task, cause);
    },

    /** Always answered, also where nothing was ever asked for. */
    letGo: async (unit: PaymentUnit, { orderId, cause }: Asked<{ orderId: string }>) => {
      const paymentId = await unit.ofOrder(orderId);
      if (paymentId === null) return unit.answer(null, { type: 'VOIDED', orderId }, cause);
      return unit.schedule({ paymentId, orderId }, { kind: 'VOID' }, cause);
    },

    capture: async (
      unit: PaymentUnit,
      asked: Asked<{ orderId: string; shipmentId: string; amount: number }>,
    ): Promise<void> => {
      const { orderId, shipmentId, amount, cause } = asked;
      const paymentId = await paymentOf(unit, orderId);
      await unit.schedule({ paymentId, orderId }, { kind: 'CAPTURE', shipmentId, amount }, cause);
    },

    /** Decided when its turn comes: the capture that it gives back may still be under way. */
    refund: async (
      unit: PaymentUnit,
      asked: Asked<{ orderId: string; refundId: string; amount: number; reason: string }>,
    ): Promise<void> => {
      const { orderId, refundId, amount, reason, cause } = asked;
      const paymentId = await paymentOf(unit, orderId);
      const task = { kind: 'REFUND', refundId, amount, reason } as const;
      await unit.schedule({ paymentId, orderId }, task, cause);
    },
  };
};

/** A request that the payment's rules forbid will never be allowed: it is given up. */
function accepted<Result>(decide: () => Result): Result {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof PaymentRejected)) throw error;
    throw new AppError('BAD_USER_INPUT', `The payment refuses this: ${error.code}.`);
  }
}
