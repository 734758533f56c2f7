import { newEvent } from '@souk/contracts/envelope';
import * as told from '@souk/contracts/events/orders';
import * as payments from '@souk/contracts/events/payments';
import * as shipping from '@souk/contracts/events/shipping';
import { type Message, openBus } from '@souk/platform/bus/bus';
import { toMessage } from '@souk/platform/consumer';
import { newId } from '@souk/platform/ids';
import { createLogger } from '@souk/platform/log';
import { inTrace, traceparent } from '@souk/platform/trace';
import type { z } from 'zod';

/** Means of payment, by what the bank says to them. */
export const CARDS = {
  good: 'pm_card_visa',
  empty: 'pm_card_visa_chargeDeclinedInsufficientFunds',
  secured: 'pm_card_authenticationRequired',
  /** Nobody ever answers. */
  silent: 'pm_card_silent',
} as const;

export const ACTION_URL = 'https://psp.example/3ds/1';

type Schema = Parameters<typeof newEvent>[0];
type About<S extends { shape: { data: z.ZodType } }> = z.input<S['shape']['data']>;
type Requested = z.output<typeof told.PaymentRequested.shape.data>;

/** Stand in for payments and shipping on a real bus: they hear what orders tells, and answer. */
export async function startNeighbours(busUrl: string) {
  const log = createLogger({ name: 'neighbours', level: 'silent' });
  const bus = await openBus(busUrl, { name: 'neighbours', log });

  const tell = <S extends { shape: { data: z.ZodType } }>(
    schema: S,
    data: About<S> & { orderId: string },
  ) => {
    const { orderId } = data;
    const [id, time] = [newId(), new Date()];
    const details = {
      ...{ id, time, subject: orderId, correlationid: orderId, causationid: newId() },
      traceparent: traceparent(),
    };
    return bus.publish([toMessage(newEvent(schema as never as Schema, { ...details, data }))]);
  };

  const authorize = ({
    orderId,
    amount,
    currency,
  }: Pick<Requested, 'orderId' | 'amount' | 'currency'>) =>
    tell(payments.PaymentAuthorized, { orderId, paymentId: newId(), amount, currency });

  async function pay(request: Requested): Promise<void> {
    const { orderId, paymentMethod } = request;
    const paymentId = newId();
    if (paymentMethod === CARDS.good) await authorize(request);
    if (paymentMethod === CARDS.empty) {
      const refusal = { code: 'insufficient_funds', message: 'Your card has insufficient funds.' };
      await tell(payments.PaymentDeclined, { orderId, paymentId, ...refusal });
    }
    if (paymentMethod === CARDS.secured) {
      await tell(payments.PaymentActionRequired, { orderId, paymentId, actionUrl: ACTION_URL });
    }
  }

  async function answer(message: Message): Promise<void> {
    const { data } = JSON.parse(message.body);
    const is = (schema: { shape: { type: { value: string } } }) =>
      message.headers.type === schema.shape.type.value;
    const { orderId, amount, currency, shipmentId, refundId } = data;
    const paymentId = newId();
    if (is(told.PaymentRequested)) await pay(data);
    if (is(told.PaymentVoidRequested)) await tell(payments.PaymentVoided, { orderId, paymentId });
    if (is(told.CaptureRequested)) {
      await tell(payments.PaymentCaptured, { orderId, paymentId, amount, currency, shipmentId });
    }
    if (is(told.RefundRequested)) {
      await tell(payments.RefundSucceeded, { orderId, refundId, amount, currency });
    }
    if (is(told.CancellationRequested)) await tell(shipping.ShipmentCancelled, { orderId });
  }

  const member = await bus.subscribe({
    group: 'payments',
    topics: ['orders'],
    handle: (message) => inTrace(message.headers.traceparent, () => answer(message)),
    deadLetter: async () => {},
  });
  return {
    authorize,
    /** Sends all of that, in a parcel of its own; answers with the shipment's id. */
    dispatch: async (orderId: string, items: { orderLineNumber: number; quantity: number }[]) => {
      const shipmentId = newId();
      await tell(shipping.ShipmentDispatched, { orderId, shipmentId, items, isLast: true });
      return shipmentId;
    },
    deliver: (orderId: string, shipmentId: string) =>
      tell(shipping.ShipmentDelivered, { orderId, shipmentId, isLast: true }),
    /** Something that no contract allows. */
    tellNonsense: (orderId: string): Promise<void> => {
      const type = payments.PaymentAuthorized.shape.type.value;
      const message = {
        id: newId(),
        topic: 'payments',
        key: orderId,
        headers: { type },
        body: '{}',
      };
      return bus.publish([message]);
    },
    close: async () => {
      await member.close();
      await bus.close();
    },
  };
}
