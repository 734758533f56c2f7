import { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import { countryCode } from '../domain/country.ts';
import type { Localised } from '../domain/localised.ts';
import { type Offer, offersFor, type Rate, SHIPPING_METHODS } from '../domain/rate.ts';

export type Zone = { code: string; name: Localised; countries: string[] };

/** A rate, and one of the countries that it serves. */
export type CountryRate = Rate & { country: string };

export type RateStore = { zones: () => Promise<Zone[]> };
export type RateVerbs = ReturnType<typeof rateVerbs>;

/** A tonne: more is a slip of the keyboard, not a parcel. */
const MAX_WEIGHT_GRAMS = 1_000_000;

const Parcel = z.object({
  weightGrams: z
    .int()
    .min(1, 'must be at least 1 gram')
    .max(MAX_WEIGHT_GRAMS, `must be at most ${MAX_WEIGHT_GRAMS} grams`),
  currency: Currency,
});

const Named = z.object({ method: z.enum(SHIPPING_METHODS) });

type RatesOf = (country: string) => Promise<readonly CountryRate[]>;
type Wanted = { country: unknown; weightGrams: number; currency: string };

/** What it costs to send something, and where to. */
export function rateVerbs(store: RateStore, clock: () => Date) {
  async function assignedCountry(value: unknown): Promise<string> {
    const code = typeof value === 'string' ? countryCode(value) : null;
    if (code !== null) return code;
    const served = (await store.zones()).flatMap(({ countries }) => countries).sort();
    throw new AppError(
      'BAD_USER_INPUT',
      `country must be an ISO 3166-1 alpha-2 code. We send to ${served.join(', ')}.`,
      { argument: 'country', served },
    );
  }

  const ask = async (wanted: Wanted, ratesOf: RatesOf): Promise<Offer[]> => {
    const { country: _, ...rest } = wanted;
    const parcel = parseInput(Parcel, rest);
    const country = await assignedCountry(wanted.country);
    const rates = await ratesOf(country);
    const offers = offersFor(rates, parcel, clock());
    if (offers.length > 0 || rates.length === 0) return offers;
    const heaviest = Math.max(...rates.map(({ maxWeightGrams }) => maxWeightGrams));
    throw new AppError(
      'BAD_USER_INPUT',
      `weightGrams: nobody takes more than ${heaviest} grams to ${country}.`,
      { argument: 'weightGrams', maxWeightGrams: heaviest },
    );
  };

  return {
    zones: (): Promise<Zone[]> => store.zones(),

    /**
     * What a parcel can be sent by, cheapest first; empty for a real country that we do not send to,
     * because "nothing" is the true answer there and a shop can say so. Throws BAD_USER_INPUT for an
     * unknown country, a weight out of range, and a weight above every rate: whoever asks can
     * change those.
     */
    quote: ask,

    /**
     * The cheapest option of one method, of one carrier unless `carrier` is empty. Throws NOT_FOUND
     * when there is none, BAD_USER_INPUT as `quote` does.
     */
    quoteMethod: async (
      { method, carrier, ...wanted }: Wanted & { method: unknown; carrier: string },
      ratesOf: RatesOf,
    ): Promise<Offer> => {
      const named = parseInput(Named, { method }).method;
      const offers = await ask(wanted, ratesOf);
      const fitting = offers.find(
        (offer) => offer.method === named && (carrier === '' || offer.carrier === carrier),
      );
      if (fitting !== undefined) return fitting;
      throw new AppError('NOT_FOUND', 'The parcel cannot be sent there that way.');
    },
  };
}
