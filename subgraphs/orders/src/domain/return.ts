import type { Currency } from '@souk/contracts/money';
import type { ReturnStatus } from './return-decide.ts';

/** A return as it is read; amounts are minor units, tax included. */
export type Return = {
  id: string;
  orderId: string;
  status: ReturnStatus;
  currency: Currency;
  /** Why the customer sends the goods back. */
  reason: string;
  /** Why staff refused it; null unless rejected. */
  rejectionReason: string | null;
  /** What is paid back for all of its items. */
  refund: number;
  requestedAt: Date;
  version: number;
};

export type ReturnItem = {
  returnId: string;
  /** The order's line. */
  number: number;
  variantId: string;
  quantity: number;
  refund: number;
  /** Whether the goods went back into stock; null before they came. */
  resellable: boolean | null;
};

export type ReturnReached = { returnId: string; status: ReturnStatus; at: Date };
