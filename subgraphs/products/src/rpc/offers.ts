import type { ConnectRouter } from '@connectrpc/connect';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import type { OfferVerbs } from '../app/offers.ts';

/** souk.products.v1.OfferService; see contracts/proto. */
export const offerRoutes = (offers: OfferVerbs) => (router: ConnectRouter) =>
  router.service(OfferService, {
    quoteVariants: async ({ variantIds, currency, locale }) => {
      const quoted = await offers.quote({ variantIds, currency, locale });
      return {
        offers: quoted.map((offer) => ({ ...offer, unitPriceMinor: BigInt(offer.unitPriceMinor) })),
      };
    },
  });
