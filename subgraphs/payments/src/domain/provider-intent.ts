import type { Card } from './payment.ts';

export const INTENT_STATUSES = [
  'UNCONFIRMED',
  'REQUIRES_ACTION',
  'HELD',
  'DECLINED',
  'TAKEN',
  'CANCELLED',
  'EXPIRED',
] as const;
export type IntentStatus = (typeof INTENT_STATUSES)[number];

/** How a payment stands at the provider. Amounts are minor units. */
export type ProviderIntent = {
  reference: string;
  status: IntentStatus;
  /** Taken so far. */
  received: number;
  /** The parts of it that we asked for, by what they pay for. */
  captures: Readonly<Record<string, number>>;
  actionUrl: string | null;
  card: Card | null;
  declined: { code: string; message: string } | null;
};

/** How a refund stands at the provider. */
export type ProviderRefund = {
  reference: string;
  /** Our id of it; null where somebody made it in the provider's own dashboard. */
  refundId: string | null;
  amount: number;
  status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  /** Why it failed. */
  code: string | null;
};
