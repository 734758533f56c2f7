import { CursorInstant } from '@souk/platform/instants';
import { connection, decodeCursor, pageArgs } from '@souk/platform/paging';
import { z } from 'zod';
import type { CouponPage } from '../app/coupons.ts';
import { COUPON_CODE } from '../domain/coupon.ts';
import type { Resolvers } from './generated.ts';

const CouponCursor = z.tuple([CursorInstant, z.string().regex(COUPON_CODE)]);

export const couponResolvers = {
  Query: {
    coupons: async (_, args, { coupons, viewer }) => {
      const page = pageArgs(args);
      const cursor = page.after === null ? null : decodeCursor(page.after, CouponCursor);
      const before = cursor && { createdAt: cursor[0], code: cursor[1] };
      const reading: CouponPage = { first: page.first, before };
      return connection(await coupons.list(viewer, reading), page, ({ createdAt, code }) => [
        createdAt.toISOString(),
        code,
      ]);
    },
  },
  Mutation: {
    createCoupon: async (_, { input }, { coupons, viewer }) => {
      const outcome = await coupons.create(viewer, input);
      if (outcome.kind === 'CODE_TAKEN') return outcome;
      const coupon = await coupons.byCode(viewer, outcome.code);
      if (coupon === null) throw new Error('a coupon that was created is not there');
      return coupon;
    },
  },
  CreateCouponResult: {
    __resolveType: (result) => ('kind' in result ? 'CouponCodeTaken' : 'Coupon'),
  },
  Coupon: {
    percent: ({ discount }) => (discount.kind === 'PERCENT' ? discount.percent : null),
    amount: ({ discount }) => (discount.kind === 'AMOUNT' ? discount.amount : null),
  },
  CouponCodeTaken: {
    message: ({ code }, { locale }) =>
      locale === 'KO'
        ? `${code}는 이미 있는 쿠폰 코드입니다.`
        : `There is a coupon ${code} already.`,
  },
} satisfies Resolvers;
