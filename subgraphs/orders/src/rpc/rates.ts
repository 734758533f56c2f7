import type { Client } from '@connectrpc/connect';
import {
  type RateService,
  ShippingMethod,
} from '@souk/contracts/generated/souk/shipping/v1/rates_pb';
import { AppError, type Code } from '@souk/platform/errors';
import type { RateSource } from '../app/sources.ts';

/** Nobody goes there, or takes so much. */
const REFUSALS: readonly Code[] = ['NOT_FOUND', 'BAD_USER_INPUT'];

/** What parcels cost, as shipping knows it, by gRPC. */
export const rateSource = (client: Client<typeof RateService>): RateSource => ({
  quote: async ({ method, weightGrams, ...parcel }) => {
    try {
      const { option } = await client.quoteMethod({
        ...parcel,
        // Nothing weighs nothing, but a voucher is said to.
        weightGrams: Math.max(1, weightGrams),
        method: ShippingMethod[method],
      });
      if (option === undefined) throw new AppError('UNAVAILABLE', 'shipping named no price.');
      return { price: Number(option.priceMinor) };
    } catch (error) {
      if (error instanceof AppError && REFUSALS.includes(error.code)) {
        return { reason: error.message };
      }
      throw error;
    }
  },
});
