import type { Currency } from '@souk/contracts/money';
import type { Instant } from './order-events.ts';

/** Units of a line that come back, and what they cost after discounts, minor units. */
export type ReturnedItem = {
  number: number;
  variantId: string;
  quantity: number;
  refund: number;
};

export type ReturnEvent =
  | {
      type: 'ReturnRequested';
      data: {
        returnId: string;
        orderId: string;
        currency: Currency;
        items: readonly ReturnedItem[];
        reason: string;
        at: Instant;
      };
    }
  | { type: 'ReturnApproved'; data: { at: Instant } }
  | { type: 'ReturnRejected'; data: { reason: string; at: Instant } }
  | { type: 'ReturnSent'; data: { at: Instant } }
  /** Of the items, those line numbers can be sold again. */
  | { type: 'ReturnReceived'; data: { resellable: readonly number[]; at: Instant } }
  | { type: 'ReturnRefunded'; data: { at: Instant } };
