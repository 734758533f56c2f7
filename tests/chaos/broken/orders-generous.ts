import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';
import type { CouponAnswer } from '../../../subgraphs/orders/src/domain/coupon.ts';

const remembered = new Map<string, CouponAnswer>();

/** Asks once whether there is such a coupon, and then gives it to everybody, uncounted. */
await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      store: (store) => ({
        ...store,
        transaction: (work) =>
          store.transaction((unit) =>
            work({
              ...unit,
              useCoupon: async (orderId, claim) => {
                const known = remembered.get(claim.code);
                if (known !== undefined) return known;
                const answer = await unit.useCoupon(orderId, claim);
                if ('discount' in answer) remembered.set(claim.code, { ...answer, discount: 1 });
                return answer;
              },
            }),
          ),
      }),
    }),
});
