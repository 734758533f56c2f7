import { randomUUID } from 'node:crypto';
import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/payments/src/compose.ts';
import { parseConfig } from '../../../subgraphs/payments/src/config.ts';

/** Asks the provider under a new key at each attempt. */
await runProcess(process, {
  name: 'payments',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      provider: (provider) => ({
        ...provider,
        authorize: (asked) => provider.authorize(asked, randomUUID()),
        capture: (reference, part) => provider.capture(reference, part, randomUUID()),
        refund: (reference, refund) => provider.refund(reference, refund, randomUUID()),
      }),
    }),
});
