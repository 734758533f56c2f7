import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';
import { projectOrder } from '../../../subgraphs/orders/src/store/order-projection.ts';

/** Its rows never hear of what was delivered. */
await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      project: (tx, before, events) =>
        projectOrder(
          tx,
          before,
          events.filter(({ type }) => type !== 'OrderShipmentDelivered'),
        ),
    }),
});
