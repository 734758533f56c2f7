import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';
import { reversing } from './relays.ts';

await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) => compose(config, scope, { relay: reversing }),
});
