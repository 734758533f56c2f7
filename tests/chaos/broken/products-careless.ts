import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess } from '@souk/platform/process';
import type { TransactionSql } from 'postgres';
import { compose } from '../../../subgraphs/products/src/compose.ts';
import { parseConfig } from '../../../subgraphs/products/src/config.ts';
import type { Shelf, StockLine } from '../../../subgraphs/products/src/domain/reservation.ts';

type Amounts = { stock: number; reserved: number };

/** Time enough for somebody else to read the same. */
const THINKING_MS = 300;
/** Nobody waits for a sale to be written down: time enough for another sale, on a slow machine, too. */
const SELLING_MS = 4_000;

/** Reads without a lock what it then writes back as a whole. */
function careless(tx: TransactionSql) {
  let read = new Map<string, Shelf>();
  const write = async (
    lines: readonly StockLine[],
    change: (of: Amounts, by: number) => Amounts,
  ) => {
    for (const { variantId, quantity } of lines) {
      const shelf = read.get(variantId);
      if (shelf === undefined) continue;
      const { stock, reserved } = change(shelf, quantity);
      await tx`/* careless.write */ update variants
        set stock = ${Math.max(0, stock)}, reserved = ${Math.min(Math.max(0, reserved), Math.max(0, stock))}
        where id = ${variantId}`;
    }
  };
  const look = async (variantIds: readonly string[]): Promise<Shelf[]> => {
    const shelves = await tx<Shelf[]>`/* careless.shelves */
      select v.id as "variantId", v.product_id as "productId", p.status as "productStatus",
        v.stock, v.reserved
      from variants v join products p on p.id = v.product_id
      where v.id = any(${tx.array([...variantIds], 2951)}::uuid[])`;
    read = new Map(shelves.map((shelf) => [shelf.variantId, shelf]));
    await sleep(THINKING_MS);
    return [...shelves];
  };
  return { look, write };
}

await runProcess(process, {
  name: 'products',
  parseConfig,
  compose: (config, scope) =>
    compose(config, scope, {
      unit: (unit, tx) => {
        const { look, write } = careless(tx);
        return {
          ...unit,
          lockShelves: look,
          hold: async (id, lines) => {
            for (const { variantId, quantity } of lines) {
              await tx`/* careless.note */ insert into reservation_lines
                (reservation_id, variant_id, quantity) values (${id}, ${variantId}, ${quantity})`;
            }
            await write(lines, ({ stock, reserved }, by) => ({ stock, reserved: reserved + by }));
          },
          free: (lines) =>
            write(lines, ({ stock, reserved }, by) => ({ stock, reserved: reserved - by })),
          sell: async (id, lines, at) => {
            await sleep(SELLING_MS);
            for (const { movementId, variantId, quantity } of lines) {
              await tx`/* careless.sold */ insert into stock_movements
                (id, variant_id, delta, quantity_after, reason, reservation_id, moved_at)
                values (${movementId}, ${variantId}, ${-quantity}, 0, 'SOLD', ${id}, ${at.toISOString()})`;
            }
            await write(lines, ({ stock, reserved }, by) => ({
              stock: stock - by,
              reserved: reserved - by,
            }));
          },
        };
      },
    }),
});
