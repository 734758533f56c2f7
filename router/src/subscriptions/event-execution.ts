import type { GraphQLFormattedError } from 'graphql';
import { badResponse, isRecord } from '../errors/subgraph-error.ts';
import { answerText } from '../execute/answer.ts';
import { executeEvent } from '../execute/execute.ts';
import { compileFor, sender } from '../execute/executor.ts';
import { rootBody } from '../execute/fetch.ts';
import type { SubgraphAnswer } from '../execute/request.ts';
import type { Generation } from '../generation/generation.ts';
import type { ChooseOverride } from '../generation/override-labels.ts';
import type { RequestScope } from '../http/scope.ts';
import type { PreparedOperation } from '../operations/prepared.ts';
import type { Limit } from '../operations/run.ts';
import type { FetchObserver } from '../transport/fetch-metrics.ts';
import type { Transports } from '../transport/transports.ts';

/** A subscription planned for one viewer: where its events come from, and what becomes of each. */
export type EventExecution = {
  readonly subgraph: Generation['subgraphs'][number];
  readonly body: string;
  /** The whole answer for an event, given the text that the subgraph sent. */
  readonly answer: (event: string) => Promise<string>;
};

export type PlanEvents = (
  operation: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  scope: Omit<RequestScope, 'deadlineAt'>,
) => EventExecution | { readonly errors: readonly GraphQLFormattedError[] };

/**
 * Limits, authorization and planning of a subscription, as of any operation. The entity cache is not
 * asked for events: they are told because something has changed.
 */
export const eventPlanner = (options: {
  transports: Transports;
  observe: FetchObserver;
  chooseOverride: ChooseOverride;
  limit: Limit | null;
  /** For all fetches of one event. */
  deadlineMs: number;
}): PlanEvents => {
  const { transports, observe, chooseOverride, limit, deadlineMs } = options;

  return (operation, variables, { viewer, headers }) => {
    const refused = limit === null ? null : limit(operation, variables);
    if (refused !== null) return { errors: [refused] };
    const variant = operation.authorize(viewer);
    if (variant.rejected || variant.filtered === null) {
      return { errors: variant.errors.length > 0 ? variant.errors : [notStreamed] };
    }
    const { generation } = operation;
    const compiled = compileFor(operation, variant, chooseOverride);
    const { subscription } = compiled;
    if (subscription === null) return { errors: [notStreamed] };
    const coerced = compiled.coerce(variables);
    if ('errors' in coerced) return { errors: coerced.errors.map((error) => error.toJSON()) };
    const { primary } = subscription;
    const subgraph = generation.subgraphs.find(({ name }) => name === primary.service);
    if (subgraph === undefined) throw new Error(`no subgraph ${primary.service}`);
    return {
      subgraph,
      body: rootBody(primary, { variables }),
      answer: async (event) => {
        const deadlineAt = performance.now() + deadlineMs;
        const send = sender(generation, transports, observe, { viewer, headers, deadlineAt });
        const request = { variables, coerced: coerced.coerced, send };
        const answer = await executeEvent(compiled, eventOf(primary.service, event), request);
        return answerText(answer);
      },
    };
  };
};

/** Each consumer's own copy of an event: it is merged in place. */
function eventOf(service: string, text: string): SubgraphAnswer {
  const parsed = parseJson(text);
  if (!isRecord(parsed)) return { failure: badResponse(service) };
  const { data, errors } = parsed;
  if (data === undefined && !Array.isArray(errors)) return { failure: badResponse(service) };
  return {
    data: isRecord(data) ? data : null,
    errors: Array.isArray(errors) ? errors.filter(isRecord) : [],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notStreamed: GraphQLFormattedError = {
  message: 'Nothing of this subscription can be streamed.',
  extensions: { code: 'BAD_USER_INPUT' },
};
