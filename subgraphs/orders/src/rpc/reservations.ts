import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Client } from '@connectrpc/connect';
import type { ReservationService } from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import { AppError } from '@souk/platform/errors';
import type { StockSource } from '../app/sources.ts';

/** Stock as products holds it, by gRPC. */
export const stockSource = (client: Client<typeof ReservationService>): StockSource => ({
  reserve: async ({ lines, ...hold }) => {
    try {
      const { outcome } = await client.reserveStock({ ...hold, lines: [...lines] });
      if (outcome.case === 'shortage') {
        const shortages = outcome.value.lines.map(({ variantId, requested, available }) => ({
          ...{ variantId, requested, available },
        }));
        return { kind: 'SHORT', shortages };
      }
      if (outcome.case === 'held' && outcome.value.expiresAt !== undefined) {
        return { kind: 'HELD', until: timestampDate(outcome.value.expiresAt) };
      }
      throw new AppError('UNAVAILABLE', 'products did not say whether the stock is held.');
    } catch (error) {
      if (error instanceof AppError && error.code === 'CONFLICT') return { kind: 'GONE' };
      throw error;
    }
  },
});
