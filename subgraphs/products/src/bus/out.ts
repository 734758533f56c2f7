import { newEvent } from '@souk/contracts/envelope';
import {
  ProductChanged,
  ReservationExpired,
  StockLevelChanged,
} from '@souk/contracts/events/products';
import type { Message } from '@souk/platform/bus/interface';
import { toMessage } from '@souk/platform/consumer';
import { newId } from '@souk/platform/ids';
import { traceparent } from '@souk/platform/trace';
import type { Told } from '../domain/facts.ts';

/** How other services are told of a fact; the store keeps it with the fact. */
export function messageOf(fact: Told): Message {
  const details = {
    id: newId(),
    time: fact.at,
    correlationid: fact.correlationId,
    causationid: fact.causationId,
    traceparent: traceparent(),
  };
  switch (fact.type) {
    case 'ProductChanged': {
      const { productId } = fact;
      const data = { productId };
      return toMessage(newEvent(ProductChanged, { ...details, subject: productId, data }));
    }
    case 'StockLevelChanged': {
      const { variantId, productId, available } = fact;
      const data = { variantId, productId, available };
      return toMessage(newEvent(StockLevelChanged, { ...details, subject: variantId, data }));
    }
    case 'ReservationExpired': {
      const { reservationId, orderId } = fact;
      const data = { reservationId, orderId };
      return toMessage(newEvent(ReservationExpired, { ...details, subject: orderId, data }));
    }
  }
}
