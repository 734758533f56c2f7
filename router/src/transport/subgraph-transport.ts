import type { Logger } from '@souk/platform/log';
import { type Failure, isMasked, timedOut, unavailable } from '../errors/subgraph-error.ts';
import type { SubgraphAnswer } from '../execute/request.ts';
import type { Dispatch, Tried } from './attempt.ts';
import type { OutgoingHeaders } from './outgoing-headers.ts';
import { type GraphQLAnswer, readReply } from './reply.ts';
import { sameInFlight } from './same-in-flight.ts';

export type SubgraphRequest = {
  readonly isMutation: boolean;
  readonly body: string;
  /** One object per client request: it is rendered once. */
  readonly headers: Readonly<Record<string, string>>;
  /** The request's deadline, on the clock of performance.now(). */
  readonly deadlineAt: number;
  /** A query joins those of its epoch only; 0 where nothing is ever invalidated. */
  readonly epoch?: number;
  /** What performance.now() says, for who has just asked. */
  readonly now?: number;
  /** When its time began, on that clock, if that was before now. */
  readonly since?: number | undefined;
};

export type SubgraphTransport = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

/**
 * Sends operations to one subgraph, within their deadlines. Equal queries under way are sent once,
 * and each that waits parses the answer for itself. Never throws.
 */
export function subgraphTransport(options: {
  service: string;
  queryDeadlineMs: number;
  mutationDeadlineMs: number;
  deduplicate: boolean;
  outgoing: (headers: Readonly<Record<string, string>>) => OutgoingHeaders;
  send: (dispatch: Dispatch) => Promise<Tried>;
  onShared: () => void;
  log: Logger;
}): SubgraphTransport {
  const { service, deduplicate, outgoing, send, onShared, log } = options;
  const flights = sameInFlight<Tried>();

  function tell(answer: GraphQLAnswer): SubgraphAnswer {
    if (answer.errors.length > 0) {
      const masked = answer.errors.filter(isMasked);
      if (masked.length > 0) log.warn({ subgraph: service, errors: masked }, 'masked errors');
    }
    return answer;
  }

  async function shared(flight: Promise<Tried>): Promise<SubgraphAnswer> {
    onShared();
    const tried = await flight;
    if ('fault' in tried) return failed(tried.fault.failure);
    return readReply(tried.reply) ?? tried.answer;
  }

  const failed = (failure: Failure): SubgraphAnswer => ({ failure });

  return async (request) => {
    const { isMutation, body, deadlineAt: requestDeadlineAt } = request;
    const { epoch = 0, now = performance.now(), since = now } = request;
    const limitMs = isMutation ? options.mutationDeadlineMs : options.queryDeadlineMs;
    const deadlineAt = Math.min(since + limitMs, requestDeadlineAt);
    if (deadlineAt <= now) return failed(timedOut(service));
    try {
      const headers = outgoing(request.headers);
      const mayShare = deduplicate && !isMutation;
      if (mayShare) {
        const flight = flights.join(headers.key, body, deadlineAt, epoch);
        if (flight !== null) return await shared(flight);
      }
      const result = send({ isMutation, body, headers, deadlineAt });
      // Whoever has all its time left must not be given up early with one that has not.
      if (mayShare && deadlineAt === now + limitMs) {
        flights.lead(headers.key, body, deadlineAt, epoch, result);
      }
      const tried = await result;
      return 'fault' in tried ? failed(tried.fault.failure) : tell(tried.answer);
    } catch (error) {
      log.error({ err: error, subgraph: service }, 'fetch could not be made');
      return failed(unavailable(service));
    }
  };
}
