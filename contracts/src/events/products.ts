import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id } from './parts.ts';

/** Anything about a product changed: its words, prices, variants or whether it is published. */
export const ProductChanged = defineEvent(
  'souk.products.product-changed.v1',
  z.object({ productId: Id }),
);

/** So many units of a variant can be bought. */
export const StockLevelChanged = defineEvent(
  'souk.products.stock-level-changed.v1',
  z.object({ variantId: Id, productId: Id, available: z.int().nonnegative() }),
);

/** Stock that was held for an order is for sale again, because its time ran out. */
export const ReservationExpired = defineEvent(
  'souk.products.reservation-expired.v1',
  z.object({ reservationId: Id, orderId: Id }),
);
