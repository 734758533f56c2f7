import type { Viewer } from '@souk/platform/identity';
import { GraphQLError } from 'graphql';
import { isRefused } from '../operations/answer.ts';
import type { Found } from '../operations/find.ts';
import { rateLimited } from '../operations/refusal.ts';
import type { RunOperation } from '../operations/run.ts';
import type { Answering, Exchange } from './exchange.ts';
import type { Identify } from './identify.ts';
import type { Payers } from './payers.ts';
import { refusedStatus } from './refused-status.ts';
import { requestScope } from './request-scope.ts';
import type { RawHeaders } from './response-headers.ts';
import { withAge } from './with-age.ts';

const NONE: RawHeaders = [];

/** Serves an operation that was judged before: no parsing, no validation, one write. */
export type HotPath = (exchange: Exchange, found: Found, body: unknown) => void;

export function hotPath(options: {
  identify: Identify;
  payers: Payers | null;
  run: RunOperation;
  requestDeadlineMs: number;
  /** Of the client's, for subgraphs; in lower case. */
  forwardHeaders: readonly string[];
  answering: Answering;
  /** Where a request goes that cannot be planned, or is over a limit: it says why. */
  judge: (exchange: Exchange, body: unknown, viewer: Viewer | null) => void;
}): HotPath {
  const { identify, payers, run, requestDeadlineMs, forwardHeaders, answering, judge } = options;

  function serve(exchange: Exchange, found: Found, body: unknown, viewer: Viewer | null): void {
    const { request, requestId } = exchange;
    const { operation, variables } = found;
    const payer = payers === null ? '' : payers.of(request, viewer);
    if (payers !== null) {
      const wait = payers.charge(payer, payers.price(operation, variables));
      if (wait > 0) {
        answering.refuse(exchange, rateLimited(wait, payers.fields(payer)));
        return;
      }
    }
    const scope = requestScope(request, viewer, requestId, requestDeadlineMs, forwardHeaders);
    run(operation, variables, scope).then(
      (text) => {
        const status = isRefused(text)
          ? refusedStatus(request.headers.accept, exchange.mediaType)
          : 200;
        const fields = payers === null ? NONE : payers.fields(payer);
        answering.send(exchange, status, text, withAge(fields, scope));
      },
      (error: unknown) => {
        if (error instanceof GraphQLError) judge(exchange, body, viewer);
        else answering.fail(exchange, error);
      },
    );
  }

  return (exchange, found, body) => {
    const asking = identify(exchange.request);
    if (asking === null) {
      try {
        serve(exchange, found, body, null);
      } catch (error) {
        answering.fail(exchange, error);
      }
      return;
    }
    asking
      .then((viewer) => serve(exchange, found, body, viewer))
      .catch((error: unknown) => answering.fail(exchange, error));
  };
}
