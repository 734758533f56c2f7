import { openDatabase } from '@souk/platform/database';
import { type Projection, projections } from '@souk/platform/projections';
import { ordersProjection } from '../../../subgraphs/orders/src/store/projections.ts';
import { paymentProjection } from '../../../subgraphs/payments/src/store/payment-projection.ts';
import type { Site } from '../site/site.ts';
import type { Facts } from './facts.ts';

const DERIVED = { orders: ordersProjection, payments: paymentProjection };
const CONNECTIONS = 4;

/**
 * Compares the rows that services derive from events with a rebuild. It does here what their own
 * command does: a service would take longer to start than to compare.
 */
export const checkProjections = (
  site: Pick<Site, 'environmentOf'>,
): Promise<Facts['projections']> =>
  Promise.all(
    Object.entries(DERIVED).map(([service, projection]) =>
      check(service, projection, site.environmentOf(service).DATABASE_URL ?? ''),
    ),
  );

async function check(
  service: string,
  projection: Projection,
  url: string,
): Promise<Facts['projections'][number]> {
  const name = `chaos-${service}`;
  const database = openDatabase({ url, schema: {}, name, maxConnections: CONNECTIONS });
  try {
    const { streams, changed, strays } = await projections(database.db, projection).check(() => {});
    const without = strays.map((id) => `${id}: has rows and no events`);
    return { service, compared: streams, differences: [...changed, ...without] };
  } finally {
    await database.close();
  }
}
