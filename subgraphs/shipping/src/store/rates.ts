import type { Queries } from '@souk/platform/database';
import { eq, sql } from 'drizzle-orm';
import type { CountryRate, Zone } from '../app/rates.ts';
import { rates, zoneCountries, zones } from './tables.ts';

export function rateQueries(db: Queries<Record<string, unknown>>) {
  const ratesOf = db
    .select({ country: zoneCountries.country, rate: rates })
    .from(zoneCountries)
    .innerJoin(rates, eq(rates.zoneCode, zoneCountries.zoneCode))
    .where(sql`${zoneCountries.country} = any(${sql.placeholder('countries')})`)
    .prepare('shipping_rates_of_countries');

  const allZones = db
    .select({
      code: zones.code,
      name: zones.name,
      countries: sql<
        string[]
      >`array_agg(${zoneCountries.country} order by ${zoneCountries.country})`,
    })
    .from(zones)
    .innerJoin(zoneCountries, eq(zoneCountries.zoneCode, zones.code))
    .groupBy(zones.code)
    .orderBy(zones.code)
    .prepare('shipping_zones');

  return {
    ratesOf: async (countries: readonly string[]): Promise<CountryRate[]> =>
      (await ratesOf.execute({ countries })).map(({ country, rate }) => {
        const { priceKrw, priceUsd, priceEur, ...rest } = rate;
        return { country, ...rest, prices: { KRW: priceKrw, USD: priceUsd, EUR: priceEur } };
      }),
    zones: (): Promise<Zone[]> => allZones.execute(),
  };
}
