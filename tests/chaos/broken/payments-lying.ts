import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/payments/src/compose.ts';
import { parseConfig } from '../../../subgraphs/payments/src/config.ts';

/** Says that it let go of the money, and does not ask the provider to. */
await runProcess(process, {
  name: 'payments',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      provider: (provider) => ({
        ...provider,
        cancel: async (reference) => ({
          ...(await provider.retrieve(reference)),
          status: 'CANCELLED' as const,
        }),
      }),
    }),
});
