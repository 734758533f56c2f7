import { unavailable } from '../errors/subgraph-error.ts';
import type { Execute } from '../generation/gateway.ts';
import type { RequestScope } from '../http/scope.ts';
import type { FetchObserver } from '../transport/fetch-metrics.ts';
import type { Transports } from '../transport/transports.ts';
import { executeOperation } from './execute.ts';
import type { Send } from './request.ts';

/** Executes on a generation through the transports of its subgraphs. */
export function executor(transports: Transports, observe: FetchObserver): Execute<RequestScope> {
  return async (generation, { document, queryHash, request, context }) => {
    const { operationName } = request;
    const compiled = generation.compile({ hash: queryHash, document, operationName });
    const send: Send = async ({ service, isMutation, body }) => {
      const subgraph = generation.subgraphs.find(({ name }) => name === service);
      if (subgraph === undefined) return { failure: unavailable(service) };
      const sentAt = performance.now();
      const { headers, deadline: signal } = context;
      const answer = await transports.of(subgraph)({ isMutation, body, headers, signal });
      observe(service, answer, performance.now() - sentAt);
      return answer;
    };
    return executeOperation(compiled, generation, request.variables ?? {}, send);
  };
}
