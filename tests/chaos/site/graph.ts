import { setTimeout as sleep } from 'node:timers/promises';

/** An answer that tells why it is none. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Asks for something, for as long as it takes: the same operation and key again and again. */
export type Graph = <Data>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  token?: string,
) => Promise<Data>;

/** Refusals that the same request would meet again. */
const FINAL: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'REJECTED',
  'IDEMPOTENCY_KEY_REUSED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'UNAUTHORIZED_FIELD_OR_TYPE',
]);
const REQUEST_TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

type Answer = {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
};

/**
 * A client of the router that never gives up before `patienceMs`: everything it sends must be safe
 * to repeat. Throws Refused for what another attempt would not change, or when patience ends.
 */
export function patientGraph(router: string, patienceMs: () => number): Graph {
  const once = async (query: string, variables: object, token: string | undefined) => {
    const response = await fetch(`${router}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return (await response.json()) as Answer;
  };
  return async <Data>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    token?: string,
  ): Promise<Data> => {
    const since = Date.now();
    for (let attempt = 0; ; attempt += 1) {
      const answer = await once(query, variables, token).catch(
        (error): Answer => ({
          errors: [{ message: String(error), extensions: { code: 'NETWORK' } }],
        }),
      );
      const [error] = answer.errors ?? [];
      if (error === undefined) return answer.data as Data;
      const code = error.extensions?.code ?? 'INTERNAL';
      if (FINAL.has(code) || Date.now() - since > patienceMs()) {
        throw new Refused(code, error.message);
      }
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
      await sleep(pause * (0.5 + Math.random() / 2));
    }
  };
}
