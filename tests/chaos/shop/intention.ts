import type { Random } from '@souk/stack/seed/random';

/** What somebody is about to do in the shop, decided before it begins. */
export type Intention = {
  number: number;
  /** Places in the lists of what is common and of what is scarce. */
  wants: readonly { isScarce: boolean; place: number; quantity: number }[];
  /** The provider's token of a test card. */
  card: string;
  /** How a card that asks is answered; null for a card that does not ask. */
  proof: 'approve' | 'decline' | 'never' | null;
  /** A coupon's place in the list; null without. */
  coupon: number | null;
  express: boolean;
  /** How often the same key is sent, at the same time. */
  submits: number;
  /** How long after the reply it is cancelled; null: it is not. */
  cancelAfterMs: number | null;
  /** Units of the first line that are sent back once they have arrived. */
  sendsBack: number;
};

export type Counter = { common: number; scarce: number; coupons: number; total: number };

const PLAIN = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex', 'pm_card_visa_debit'];
const REFUSED = [
  'pm_card_chargeDeclined',
  'pm_card_chargeDeclinedInsufficientFunds',
  'pm_card_chargeDeclinedExpiredCard',
  'pm_card_visa_chargeDeclinedStolenCard',
];
const ASKS = ['pm_card_authenticationRequired', 'pm_card_threeDSecure2Required'];
const ASKS_IN_VAIN = 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds';
const SLOW_REFUND = 'pm_card_pendingRefund';

type Card = Pick<Intention, 'card' | 'proof'>;

/** Nobody leaves a proof undone near the end: all would have to wait for it. */
const LAST_NEVER = 0.6;

/** The same for the same dice. `counter` says how much there is to choose from. */
export function intend(random: Random, number: number, counter: Counter): Intention {
  const scarce = counter.scarce > 0 && random.chance(0.3);
  const lines = random.whole(1, 3);
  const common = random
    .sample(range(counter.common), scarce ? lines - 1 : lines)
    .map((place) => ({ isScarce: false, place, quantity: random.whole(1, 3) }));
  const wanted = scarce
    ? [{ isScarce: true, place: random.whole(0, counter.scarce - 1), quantity: random.whole(1, 2) }]
    : [];
  const paid = pay(random, number / counter.total);
  return {
    number,
    wants: [...wanted, ...common],
    ...paid,
    coupon:
      counter.coupons > 0 && random.chance(0.15) ? random.whole(0, counter.coupons - 1) : null,
    express: random.chance(0.25),
    submits: random.chance(0.15) ? random.whole(2, 3) : 1,
    cancelAfterMs: random.chance(0.14) ? random.whole(0, 2_500) : null,
    sendsBack: random.chance(0.12) ? random.whole(1, 2) : 0,
  };
}

function pay(random: Random, progress: number): Card {
  const dice = random.whole(1, 100);
  if (dice <= 8) return { card: random.pick(REFUSED), proof: null };
  if (dice <= 16) return { card: random.pick(ASKS), proof: 'approve' };
  if (dice <= 18) return { card: random.pick(ASKS), proof: 'decline' };
  if (dice <= 20) return { card: ASKS_IN_VAIN, proof: 'approve' };
  if (dice <= 23 && progress < LAST_NEVER) return { card: random.pick(ASKS), proof: 'never' };
  if (dice <= 27) return { card: SLOW_REFUND, proof: null };
  return { card: random.pick(PLAIN), proof: null };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
