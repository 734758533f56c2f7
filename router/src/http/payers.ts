import type { IncomingMessage } from 'node:http';
import type { Viewer } from '@souk/platform/identity';
import type { Rates } from '../limits/rates.ts';
import type { ClientAddress } from './client-address.ts';

/** Who pays for a request by the rate limit. */
export type Payers = {
  /** The subject of the token, else the address. */
  of: (request: IncomingMessage, viewer: Viewer | null) => string;
  /** Answers with 0, or with the seconds to wait. */
  charge: (payer: string, tokens: number) => number;
};

export const payers = (rates: Rates, address: ClientAddress): Payers => ({
  of: (request, viewer) =>
    viewer === null ? `address ${address(request)}` : `subject ${viewer.id}`,
  charge: rates.take,
});
