import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';

/** No deadline is ever met. */
await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      store: (store) => ({
        ...store,
        transaction: (work) =>
          store.transaction((unit) => work({ ...unit, nextDue: async () => null })),
      }),
    }),
});
