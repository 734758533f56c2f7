import type { EventType } from '@souk/contracts/envelope';
import { newEvent } from '@souk/contracts/envelope';
import {
  CancellationRequested,
  CaptureRequested,
  OrderCancelled,
  OrderConfirmed,
  PaymentRequested,
  PaymentVoidRequested,
  RefundRequested,
  StockReturned,
} from '@souk/contracts/events/orders';
import type { Message } from '@souk/platform/bus/interface';
import { toMessage } from '@souk/platform/consumer';
import { newId } from '@souk/platform/ids';
import type { z } from 'zod';
import type { Tell } from '../domain/checkout-state.ts';

/** Why something is told: of which order, when, and because of which message or command. */
export type Telling = {
  orderId: string;
  at: Date;
  causationId: string;
  traceparent: string | null;
};

const CONTRACT = {
  CancellationRequested,
  CaptureRequested,
  OrderCancelled,
  OrderConfirmed,
  PaymentRequested,
  PaymentVoidRequested,
  RefundRequested,
  StockReturned,
} as const satisfies Record<Tell['name'], unknown>;

type Schema = Parameters<typeof newEvent<EventType, z.ZodObject>>[0];

/**
 * What leaves the service, as messages. All that is told of an order has its id as key, so it
 * arrives in the sequence in which it was decided. Throws ZodError for what breaks the contract.
 */
export const outgoingMessages = (
  tells: readonly Tell[],
  { orderId, at, causationId, traceparent }: Telling,
): Message[] =>
  tells.map(({ name, data }) =>
    toMessage(
      newEvent(CONTRACT[name] as unknown as Schema, {
        id: newId(),
        subject: orderId,
        time: at,
        correlationid: orderId,
        causationid: causationId,
        traceparent: traceparent ?? undefined,
        data,
      }),
    ),
  );
