import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';

/** Tells the customer of a payment that is not there yet that it was declined. */
await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      store: (store) => ({
        ...store,
        standing: async (orderId) => {
          const standing = await store.standing(orderId);
          if (standing?.state.step !== 'AUTHORIZING') return standing;
          return { ...standing, state: { ...standing.state, outcome: 'REJECTED' } };
        },
      }),
    }),
});
