import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';

/** Never looks up whether a key was used before. */
await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      store: (store) => ({
        ...store,
        transaction: (work) =>
          store.transaction((unit) => work({ ...unit, once: (_, place) => place() })),
      }),
    }),
});
