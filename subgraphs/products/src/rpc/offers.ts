import { Code, ConnectError, type ConnectRouter } from '@connectrpc/connect';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import { AppError } from '@souk/platform/errors';
import type { Logger } from '@souk/platform/log';
import type { OfferVerbs } from '../app/offers.ts';

/** souk.products.v1.OfferService; see contracts/proto. */
export const offerRoutes = (offers: OfferVerbs, log: Logger) => (router: ConnectRouter) =>
  router.service(OfferService, {
    quoteVariants: async ({ variantIds, currency, locale }) => {
      try {
        const quoted = await offers.quote({ variantIds, currency, locale });
        return {
          offers: quoted.map((offer) => ({
            ...offer,
            unitPriceMinor: BigInt(offer.unitPriceMinor),
          })),
        };
      } catch (error) {
        if (error instanceof AppError) throw new ConnectError(error.message, Code.InvalidArgument);
        log.error({ err: error }, 'quoting failed');
        throw new ConnectError('Something went wrong here.', Code.Internal);
      }
    },
  });
