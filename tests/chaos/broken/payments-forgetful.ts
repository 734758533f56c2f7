import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/payments/src/compose.ts';
import { parseConfig } from '../../../subgraphs/payments/src/config.ts';
import { forgetful } from './consumers.ts';

/** Ignores its inbox. */
await runProcess(process, {
  name: 'payments',
  parseConfig,
  compose: (config, scope) => compose(config, scope, { consume: forgetful }),
});
