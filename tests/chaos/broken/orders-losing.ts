import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';
import { losing } from './relays.ts';

await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) => compose(config, scope, { relay: losing }),
});
