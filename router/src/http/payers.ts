import type { IncomingMessage } from 'node:http';
import type { Viewer } from '@souk/platform/identity';
import type { Price } from '../limits/price.ts';
import { rateFields } from '../limits/rate-fields.ts';
import type { RateLimit, Rates } from '../limits/rates.ts';
import type { ClientAddress } from './client-address.ts';
import type { RawHeaders } from './response-headers.ts';

/** Who pays for a request by the rate limit. */
export type Payers = {
  /** The subject of the token, else the address. */
  of: (request: IncomingMessage, viewer: Viewer | null) => string;
  /** Answers with 0, or with the seconds to wait. */
  charge: (payer: string, tokens: number) => number;
  /** What an operation costs with these variables. */
  price: Price;
  /** What tells a payer how much is left. */
  fields: (payer: string) => RawHeaders;
};

export const payers = (
  limit: RateLimit,
  rates: Rates,
  price: Price,
  address: ClientAddress,
): Payers => ({
  of: (request, viewer) =>
    viewer === null ? `address ${address(request)}` : `subject ${viewer.id}`,
  charge: rates.take,
  price,
  fields: rateFields(limit, rates),
});
