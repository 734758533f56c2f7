import { create } from '@bufbuild/protobuf';
import type { ConnectRouter } from '@connectrpc/connect';
import {
  RateService,
  ShippingMethod,
  ShippingOptionSchema,
} from '@souk/contracts/generated/souk/shipping/v1/rates_pb';
import type { CountryRate, RateVerbs } from '../app/rates.ts';
import { type Offer, SHIPPING_METHODS } from '../domain/rate.ts';

/** souk.shipping.v1.RateService; see contracts/proto. */
export const rateRoutes =
  (rates: RateVerbs, ratesOf: (country: string) => Promise<readonly CountryRate[]>) =>
  (router: ConnectRouter) =>
    router.service(RateService, {
      quoteRates: async ({ country, weightGrams, currency }) => {
        const offers = await rates.quote({ country, weightGrams, currency }, ratesOf);
        return { options: offers.map(message) };
      },
      quoteMethod: async ({ country, weightGrams, currency, method, carrier }) => {
        const named = SHIPPING_METHODS.find((each) => ShippingMethod[each] === method);
        const wanted = { country, weightGrams, currency, method: named, carrier };
        return { option: message(await rates.quoteMethod(wanted, ratesOf)) };
      },
    });

const message = ({ id, method, carrier, name, price, minDays, maxDays }: Offer) =>
  create(ShippingOptionSchema, {
    rateId: id,
    method: ShippingMethod[method],
    carrier,
    nameEn: name.en,
    nameKo: name.ko,
    priceMinor: BigInt(price.amount),
    minDays,
    maxDays,
  });
