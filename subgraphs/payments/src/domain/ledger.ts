import type { Currency } from '@souk/contracts/money';

export const LEDGER_ACCOUNTS = [
  'CARD_HOLDS',
  'AWAITING_CAPTURE',
  'PROVIDER_CLEARING',
  'SALES',
  'REFUNDS',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

export const MOVEMENT_KINDS = [
  'AUTHORIZE',
  'CAPTURE',
  'RELEASE',
  'REFUND',
  'REFUND_REVERSAL',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Money that moved, or a promise of it. `amount` is positive minor units. */
export type Movement = { kind: MovementKind; amount: number; at: Date };

/** One side of a movement: debit positive, credit negative, minor units. */
export type Posting = { account: LedgerAccount; amount: number };

export type LedgerBalance = { account: LedgerAccount; currency: Currency; amount: string };

const move = (from: LedgerAccount, to: LedgerAccount, amount: number): Posting[] => [
  { account: to, amount },
  { account: from, amount: -amount },
];

/** The double entry of a movement: its postings sum to zero. */
export function postings({ kind, amount }: Movement): Posting[] {
  switch (kind) {
    case 'AUTHORIZE':
      return move('AWAITING_CAPTURE', 'CARD_HOLDS', amount);
    case 'RELEASE':
      return move('CARD_HOLDS', 'AWAITING_CAPTURE', amount);
    case 'CAPTURE':
      return [
        ...move('CARD_HOLDS', 'AWAITING_CAPTURE', amount),
        ...move('SALES', 'PROVIDER_CLEARING', amount),
      ];
    case 'REFUND':
      return move('PROVIDER_CLEARING', 'REFUNDS', amount);
    case 'REFUND_REVERSAL':
      return move('REFUNDS', 'PROVIDER_CLEARING', amount);
  }
}
