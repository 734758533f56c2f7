import type { Invariant } from '../audit/finding.ts';
import { couponsKeepTheirLimits } from './coupons.ts';
import { everySagaEnded, failedIsUndone, keptIsShippedAndPaid } from './endings.ts';
import { nothingIsAppliedTwice, nothingIsLost, sequenceIsKept } from './messages.ts';
import { chargedOnce, ledgerIsTheProviders, ledgerIsZero } from './money.ts';
import { projectionsAreRebuildable } from './projections.ts';
import { promisesAreKept, repliesAreIdempotent } from './promises.ts';
import { returnsAreSettled } from './returns.ts';
import { scarceIsSoldOut, stockIsConserved } from './stock.ts';

/** What must hold after every run, whatever went wrong on the way. */
export const invariants: readonly Invariant[] = [
  chargedOnce,
  stockIsConserved,
  scarceIsSoldOut,
  everySagaEnded,
  keptIsShippedAndPaid,
  failedIsUndone,
  ledgerIsZero,
  ledgerIsTheProviders,
  nothingIsLost,
  nothingIsAppliedTwice,
  sequenceIsKept,
  projectionsAreRebuildable,
  repliesAreIdempotent,
  promisesAreKept,
  couponsKeepTheirLimits,
  returnsAreSettled,
];
