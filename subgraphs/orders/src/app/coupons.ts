import { AppError } from '@souk/platform/errors';
import type { Attempt } from '@souk/platform/idempotency';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { parseInput } from '@souk/platform/input';
import type { Coupon } from '../domain/coupon.ts';
import { NewCoupon } from './coupon-input.ts';

/** A coupon, and how many orders use it now. */
export type CountedCoupon = Coupon & { used: number; createdAt: Date };

/** Where a page starts: after the coupon with this time and code, newest first. */
export type CouponPage = { first: number; before: { createdAt: string; code: string } | null };

export type CouponStore = {
  /** Does `work` once for a key, in one transaction. Throws IDEMPOTENCY_KEY_REUSED. */
  once: <Reply>(attempt: Attempt, work: (tx: CouponUnit) => Promise<Reply>) => Promise<Reply>;
  byCode: (code: string) => Promise<CountedCoupon | null>;
  /** Newest first; one more than `first`, so that the caller sees whether there is a next page. */
  list: (page: CouponPage) => Promise<CountedCoupon[]>;
};

export type CouponUnit = {
  /** False where the code is taken. */
  insert: (coupon: Coupon, at: Date) => Promise<boolean>;
};

export type CouponOutcome = { kind: 'COUPON'; code: string } | { kind: 'CODE_TAKEN'; code: string };

export type CouponVerbs = ReturnType<typeof couponVerbs>;

/** Undoes the attempt, so that its key can be used for another code. */
class CodeTaken extends Error {}

const SCOPE = 'prices:write';

/** All of them throw UNAUTHENTICATED or FORBIDDEN without prices:write. */
export const couponVerbs = (store: CouponStore, clock: () => Date = () => new Date()) => ({
  create: async (guest: Viewer | null, raw: unknown): Promise<CouponOutcome> => {
    const viewer = requireScope(guest, SCOPE);
    const { idempotencyKey: key, ...input } = parseInput(NewCoupon, raw);
    const now = clock();
    const { code, percent, amount, startsAt, ...rest } = input;
    const coupon: Coupon = {
      ...{ code, ...rest, startsAt: startsAt ?? now },
      discount: amount === null ? percentOff(percent) : { kind: 'AMOUNT', amount },
    };
    if (coupon.endsAt !== null && coupon.endsAt <= coupon.startsAt) {
      const message = 'endsAt: must be later than startsAt';
      throw new AppError('BAD_USER_INPUT', message, { argument: 'endsAt' });
    }
    try {
      return await store.once(
        { actor: viewer.id, key, operation: 'createCoupon', input },
        async (tx): Promise<CouponOutcome> => {
          if (!(await tx.insert(coupon, now))) throw new CodeTaken();
          return { kind: 'COUPON', code };
        },
      );
    } catch (error) {
      if (error instanceof CodeTaken) return { kind: 'CODE_TAKEN', code };
      throw error;
    }
  },

  byCode: async (viewer: Viewer | null, code: string): Promise<CountedCoupon | null> => {
    requireScope(viewer, SCOPE);
    return store.byCode(code.trim().toUpperCase());
  },

  list: async (viewer: Viewer | null, page: CouponPage): Promise<CountedCoupon[]> => {
    requireScope(viewer, SCOPE);
    return store.list(page);
  },
});

const percentOff = (percent: number | null): Coupon['discount'] => ({
  ...{ kind: 'PERCENT', percent: percent ?? 0 },
});
