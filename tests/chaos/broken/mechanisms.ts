import type { Invariant } from '../audit/finding.ts';
import type { Planned } from '../faults/plan.ts';
import { couponsKeepTheirLimits } from '../invariants/coupons.ts';
import { everySagaEnded, failedIsUndone, keptIsShippedAndPaid } from '../invariants/endings.ts';
import { nothingIsAppliedTwice, nothingIsLost, sequenceIsKept } from '../invariants/messages.ts';
import { chargedOnce, ledgerIsTheProviders, ledgerIsZero } from '../invariants/money.ts';
import { projectionsAreRebuildable } from '../invariants/projections.ts';
import { promisesAreKept, repliesAreIdempotent } from '../invariants/promises.ts';
import { returnsAreSettled } from '../invariants/returns.ts';
import { scarceIsSoldOut, stockIsConserved } from '../invariants/stock.ts';
import { interruptions, lostReplies, redeliveries } from './provocations.ts';

/** A mechanism that one service does without, and the invariants that say so. */
export type Mechanism = {
  /** The service, and what its program here is called. */
  main: `${'orders' | 'payments' | 'products'}-${string}`;
  without: string;
  breaches: readonly Invariant[];
  /** What brings it to light. */
  faults?: readonly Planned[];
  /** Whether it is found so fast that every change can wait for it. */
  isShort?: true;
};

export const MECHANISMS: readonly Mechanism[] = [
  {
    main: 'payments-keyless',
    without: 'the same idempotency key at each attempt',
    breaches: [chargedOnce],
    faults: lostReplies,
  },
  {
    main: 'products-careless',
    without: 'the lock of a shelf',
    breaches: [stockIsConserved, scarceIsSoldOut],
  },
  {
    main: 'orders-timeless',
    without: 'deadlines',
    breaches: [everySagaEnded],
  },
  {
    main: 'payments-lying',
    without: 'letting go of the money at the provider',
    breaches: [ledgerIsTheProviders, failedIsUndone],
  },
  {
    main: 'orders-losing',
    without: 'publishing all that it deletes from its outbox',
    breaches: [nothingIsLost],
  },
  {
    main: 'payments-forgetful',
    without: 'looking into its inbox',
    breaches: [nothingIsAppliedTwice],
    faults: redeliveries,
  },
  {
    main: 'orders-hasty',
    without: 'waiting for the effect before it acknowledges',
    breaches: [nothingIsLost],
    faults: interruptions,
  },
  {
    main: 'orders-reversing',
    without: 'the sequence of its outbox',
    breaches: [sequenceIsKept],
  },
  {
    main: 'orders-blinking',
    without: 'one kind of event in its projection',
    breaches: [projectionsAreRebuildable],
  },
  {
    main: 'orders-oblivious',
    without: 'looking up idempotency keys',
    breaches: [repliesAreIdempotent],
  },
  {
    main: 'orders-impatient',
    without: 'waiting for the outcome that it tells',
    breaches: [promisesAreKept],
  },
  {
    main: 'orders-generous',
    without: 'counting who uses a coupon',
    breaches: [couponsKeepTheirLimits],
  },
  {
    main: 'payments-trusting',
    without: 'taking the money of a parcel at the provider',
    breaches: [keptIsShippedAndPaid, ledgerIsTheProviders],
  },
  {
    main: 'payments-stingy',
    without: 'giving money back at the provider',
    breaches: [returnsAreSettled],
    isShort: true,
  },
  {
    main: 'payments-unbalanced',
    without: 'one side of a booking, and the rule against that',
    breaches: [ledgerIsZero],
  },
];
