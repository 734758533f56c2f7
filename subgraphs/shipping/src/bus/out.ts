import { newEvent } from '@souk/contracts/envelope';
import * as contract from '@souk/contracts/events/shipping';
import type { Message } from '@souk/platform/bus/interface';
import { toMessage } from '@souk/platform/consumer';
import { newId } from '@souk/platform/ids';
import { traceparent } from '@souk/platform/trace';
import type { FulfilmentEvent } from '../domain/fulfilment-events.ts';

type Details = { id: string; time: Date; causationid: string; traceparent: string | undefined };

/** What other services are told of an event, all about the order; null for what is ours alone. */
export function integrationEvent(orderId: string, event: FulfilmentEvent, details: Details) {
  const about = { ...details, subject: orderId, correlationid: orderId };
  if (event.type === 'FulfilmentCancelled') {
    return newEvent(contract.ShipmentCancelled, { ...about, data: { orderId } });
  }
  const of = { shipmentId: event.shipmentId, orderId };
  switch (event.type) {
    case 'ShipmentCreated':
      return newEvent(contract.ShipmentCreated, { ...about, data: of });
    case 'ShipmentDispatched': {
      const data = { ...of, items: [...event.items], isLast: event.isLast };
      return newEvent(contract.ShipmentDispatched, { ...about, data });
    }
    case 'ShipmentDelivered': {
      const data = { ...of, isLast: event.isLast };
      return newEvent(contract.ShipmentDelivered, { ...about, data });
    }
    case 'ShipmentReturned':
      return newEvent(contract.ShipmentReturned, { ...about, data: of });
    default:
      return null;
  }
}

/** The messages that leave with what happened, in its sequence. */
export const toMessages = (
  orderId: string,
  events: readonly FulfilmentEvent[],
  cause: { id: string; at: Date },
): Message[] =>
  events.flatMap((event) => {
    const details = { id: newId(), time: cause.at, causationid: cause.id };
    const told = integrationEvent(orderId, event, { ...details, traceparent: traceparent() });
    return told === null ? [] : [toMessage(told)];
  });
