import { type Client, ConnectError } from '@connectrpc/connect';
import type { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import { AppError } from '@souk/platform/errors';
import type { OfferSource } from '../app/cart-store.ts';
import type { Offer } from '../domain/offer.ts';

/** Prices and stock as products knows them, by gRPC. */
export const offerSource = (client: Client<typeof OfferService>): OfferSource => ({
  quote: async (variantIds, currency, locale = 'en') => {
    if (variantIds.length === 0) return new Map();
    const { offers } = await client
      .quoteVariants({ variantIds: [...variantIds], currency, locale })
      .catch((error: unknown) => {
        throw unreachable(error);
      });
    return new Map(
      offers.map(({ unitPriceMinor, $typeName: _, $unknown: __, ...offer }): [string, Offer] => [
        offer.variantId,
        { ...offer, unitPrice: Number(unitPriceMinor) },
      ]),
    );
  },
});

/** Whatever kept the catalogue from answering, the caller can only try again later. */
function unreachable(error: unknown): unknown {
  const ours = error instanceof AppError && error.code === 'BAD_USER_INPUT';
  if (ours || !(error instanceof ConnectError || error instanceof AppError)) return error;
  return new AppError(
    'UNAVAILABLE',
    'Prices cannot be asked for at the moment: the catalogue does not answer. Nothing was changed.',
  );
}
