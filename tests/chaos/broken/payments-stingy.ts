import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/payments/src/compose.ts';
import { parseConfig } from '../../../subgraphs/payments/src/config.ts';

/** Says that it gave money back, and does not ask the provider to. */
await runProcess(process, {
  name: 'payments',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      provider: (provider) => ({
        ...provider,
        refund: async (reference, { refundId, amount }) => ({
          ...{ reference: `${reference}-${refundId}`, refundId, amount },
          ...{ status: 'SUCCEEDED' as const, code: null },
        }),
      }),
    }),
});
