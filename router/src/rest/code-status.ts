import { codes } from '@souk/platform/errors';

/** Codes of the router's own and of GraphQL servers, besides those of the platform. */
const OTHERS: Readonly<Record<string, number>> = {
  SUBGRAPH_UNAVAILABLE: 503,
  SUBGRAPH_TIMEOUT: 504,
  SUBGRAPH_BAD_RESPONSE: 502,
  COST_ESTIMATED_TOO_EXPENSIVE: 400,
};

/**
 * The status of a request that failed with a code: as the route says, else as the table does, else
 * 500, for a code that nobody has declared. What a viewer may not see is 401 for guests.
 */
export function statusOfCode(
  code: string,
  declared: Readonly<Record<string, number>>,
  isSignedIn: boolean,
): number {
  if (Object.hasOwn(declared, code)) return declared[code] ?? 500;
  if (code === 'UNAUTHORIZED_FIELD_OR_TYPE') return isSignedIn ? 403 : 401;
  if (Object.hasOwn(codes, code)) return codes[code as keyof typeof codes].status;
  return Object.hasOwn(OTHERS, code) ? (OTHERS[code] ?? 500) : 500;
}
