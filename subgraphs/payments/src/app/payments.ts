import { mayActOn, requireScope, type Viewer } from '@souk/platform/identity';
import { isId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { Instant } from '@souk/platform/instants';
import { decodeCursor, type Page, TimeCursor } from '@souk/platform/paging';
import { z } from 'zod';
import type { LedgerBalance } from '../domain/ledger.ts';
import {
  PAYMENT_STATUSES,
  type Payment,
  type PaymentStatus,
  refundable,
} from '../domain/payment.ts';

/** A place in a list that is sorted newest first. */
export type Place = { createdAt: string; id: string };

export type PaymentSearch = {
  statuses: readonly PaymentStatus[] | null;
  orderId: string | null;
  from: Date | null;
  to: Date | null;
};

export type PaymentStore = {
  search: (wanted: PaymentSearch, before: Place | null, limit: number) => Promise<Payment[]>;
  ledgerBalances: () => Promise<LedgerBalance[]>;
};

export type PaymentVerbs = ReturnType<typeof paymentVerbs>;

/** Sees everybody's payments. */
export const READ = 'payments:read';
/** Gives money back. */
export const REFUND = 'payments:refund';

const Filter = z.object({
  status: z.array(z.enum(PAYMENT_STATUSES)).min(1).nullish(),
  orderId: z.string().nullish(),
  createdBetween: z
    .object({ from: Instant.nullish(), to: Instant.nullish() })
    .refine(({ from, to }) => !from || !to || from < to, 'from must be before to')
    .nullish(),
});

/** Whether the viewer reads everybody's payments. */
export const readsAll = (viewer: Viewer | null): boolean => viewer?.scopes.has(READ) ?? false;

/** Whether the viewer may see what this person pays. */
export const maySeePaymentsOf = (viewer: Viewer | null, customerId: string): boolean =>
  mayActOn(viewer, customerId, READ);

/** The payments among these that the viewer may know of. */
export const visiblePayments = (viewer: Viewer | null, rows: readonly Payment[]): Payment[] =>
  rows.filter(({ customerId }) => maySeePaymentsOf(viewer, customerId));

export type PaymentAction = 'AUTHENTICATE' | 'REFUND';

/** What the viewer can do about a payment now. */
export function availableActions(viewer: Viewer | null, payment: Payment): PaymentAction[] {
  const proving = payment.status === 'REQUIRES_ACTION' && viewer?.id === payment.customerId;
  const giving = refundable(payment).amount > 0 && viewer?.scopes.has(REFUND);
  return [...(proving ? ['AUTHENTICATE' as const] : []), ...(giving ? ['REFUND' as const] : [])];
}

/** Where a page starts. Throws BAD_USER_INPUT for a cursor of another list. */
export function placeOf(after: string | null): Place | null {
  if (after === null) return null;
  const [createdAt, id] = decodeCursor(after, TimeCursor);
  return { createdAt, id };
}

/** What staff can ask about everybody's payments. */
export const paymentVerbs = (store: PaymentStore) => ({
  /** One row more than the page asks for, newest first. Throws FORBIDDEN, BAD_USER_INPUT. */
  search: async (viewer: Viewer | null, filter: unknown, page: Page): Promise<Payment[]> => {
    requireScope(viewer, READ);
    const { status, orderId, createdBetween } = parseInput(Filter, filter ?? {});
    const wanted = {
      statuses: status ?? null,
      orderId: orderId == null ? null : parseId(orderId, 'orderId'),
      from: createdBetween?.from ?? null,
      to: createdBetween?.to ?? null,
    };
    return store.search(wanted, placeOf(page.after), page.first + 1);
  },

  /** Throws UNAUTHENTICATED, FORBIDDEN without the scope ops. */
  ledgerBalances: async (viewer: Viewer | null): Promise<LedgerBalance[]> => {
    requireScope(viewer, 'ops');
    return store.ledgerBalances();
  },
});

/** Ids that can exist: an entity asked for by anything else is not there. */
export const possibleIds = (ids: readonly string[]): string[] => ids.filter(isId);
