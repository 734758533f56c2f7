import { onTestFinished } from 'vitest';
import type { LeanClient, LeanOptions, LeanResponse } from '../../src/transport/lean/contract.ts';
import { LeanError } from '../../src/transport/lean/lean-error.ts';
import { renderHeaders } from '../../src/transport/lean/rendered-headers.ts';
import { type RawConnection, type RawServer, rawServer, testClient } from './raw-server.ts';

/** A server and a client of it, both closed when the test ends. */
export async function start(
  onRequest: Parameters<typeof rawServer>[0],
  options: Partial<LeanOptions> = {},
  onOpen?: (connection: RawConnection) => void,
): Promise<{ server: RawServer; client: LeanClient }> {
  const server = await rawServer(onRequest, onOpen);
  const client = testClient(server.origin, options);
  onTestFinished(async () => {
    client.close();
    await server.close();
  });
  return { server, client };
}

export const NONE = renderHeaders({});
type Extra = { exclusive?: boolean; within?: number };

/** The text of the answer, or what the error says of the fate of the request. */
export const outcome = (
  client: LeanClient,
  body: string,
  { exclusive = false, within = 2_000 }: Extra = {},
): Promise<string> =>
  client.post('/graphql', NONE, body, { exclusive, deadlineAt: performance.now() + within }).then(
    ({ text }: LeanResponse) => text,
    (error: unknown) => {
      if (!(error instanceof LeanError)) throw error;
      const retry = error.retryable ? 'retryable' : 'final';
      return `${error.code} ${error.sent ? 'sent' : 'unsent'} ${retry}`;
    },
  );
