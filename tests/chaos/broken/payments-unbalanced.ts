import { runProcess } from '@souk/platform/process';
import { sql } from 'drizzle-orm';
import { compose } from '../../../subgraphs/payments/src/compose.ts';
import { parseConfig } from '../../../subgraphs/payments/src/config.ts';
import { writeRows } from '../../../subgraphs/payments/src/store/payment-projection.ts';

/** Forgets what a capture brings in, and the database's own rule against that is off. */
await runProcess(process, {
  name: 'payments',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      write: async (tx, rows) => {
        const entries = rows.entries.filter(({ account }) => account !== 'SALES');
        if (entries.length < rows.entries.length) {
          await tx.execute(sql`/* unbalanced.allow */
            alter table ledger_entries disable trigger ledger_movement_balances`);
        }
        await writeRows(tx, { ...rows, entries });
      },
    }),
});
