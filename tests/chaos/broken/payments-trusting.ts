import { runProcess } from '@souk/platform/process';
import { compose } from '../../../subgraphs/payments/src/compose.ts';
import { parseConfig } from '../../../subgraphs/payments/src/config.ts';

/** Writes down that the money of a parcel was taken, and does not ask for it. */
await runProcess(process, {
  name: 'payments',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      provider: (provider) => ({
        ...provider,
        capture: async (reference, { shipmentId, amount }) => {
          const intent = await provider.retrieve(reference);
          const captures = { ...intent.captures, [shipmentId]: amount };
          return { ...intent, captures, received: intent.received + amount };
        },
      }),
    }),
});
