import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/orders/src/compose.ts';
import { parseConfig } from '../../../subgraphs/orders/src/config.ts';
import { hasty } from './consumers.ts';

/** Acknowledges a message before its effect. */
await runProcess(process, {
  name: 'orders',
  parseConfig,
  compose: (config, scope) => compose(config, scope, { consumer: hasty }),
});
