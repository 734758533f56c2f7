import type { Variant } from '../authorization/variant.ts';
import {
  type AnswerFreshness,
  answerFreshness,
  clientCacheControl,
} from '../cache/answer-freshness.ts';
import type { CacheOfRequest } from '../cache/entity-cache.ts';
import { unavailable } from '../errors/subgraph-error.ts';
import type { Generation } from '../generation/generation.ts';
import type { ChooseOverride } from '../generation/override-labels.ts';
import type { RequestScope } from '../http/scope.ts';
import type { ExecuteOperation } from '../operations/execute.ts';
import type { PreparedOperation } from '../operations/prepared.ts';
import type { CompiledOperation } from '../plan/compiled.ts';
import type { ObserveStage } from '../telemetry/stage-metrics.ts';
import type { FetchObserver } from '../transport/fetch-metrics.ts';
import type { Transports } from '../transport/transports.ts';
import { answerText } from './answer.ts';
import { execute } from './execute.ts';
import type { Send } from './request.ts';

/** Executes prepared operations through the transports of their generation's subgraphs. */
export const operationExecutor =
  (
    transports: Transports,
    observe: FetchObserver,
    chooseOverride: ChooseOverride,
    observeStage: ObserveStage,
    cache: CacheOfRequest | null,
    /** Whether guests may have what the cache has: else no answer is public. */
    isOpen: boolean,
  ): ExecuteOperation =>
  async ({ generation, source, authorize }, variant, variables, scope) => {
    const startedAt = performance.now();
    const compiled = compileFor({ generation, source }, variant, chooseOverride);
    if (cache === null) {
      const send = sender(generation, transports, observe, scope);
      const text = answerText(await execute(compiled, { variables, send }));
      observeStage('execute', performance.now() - startedAt);
      return text;
    }
    const freshness = answerFreshness();
    const known = cache(generation, scope, freshness);
    const send = sender(generation, transports, observe, scope, known.epoch);
    const answer = await execute(compiled, { variables, send, cache: known });
    const mayBeKept = isOpen && answer.errors.length === 0 && !authorize.touchesRules;
    if (mayBeKept) tellFreshness(scope, compiled, freshness);
    observeStage('execute', performance.now() - startedAt);
    return answerText(answer);
  };

function tellFreshness(
  { answer }: RequestScope,
  { operation }: CompiledOperation,
  freshness: AnswerFreshness,
): void {
  if (answer === undefined || operation.operation !== 'query') return;
  answer.cacheControl = clientCacheControl(freshness, Date.now());
}

/** The operation as a variant has it, planned by what progressive overrides are for this request. */
export function compileFor(
  { generation, source }: Pick<PreparedOperation, 'generation' | 'source'>,
  variant: Variant,
  choose: ChooseOverride,
): CompiledOperation {
  const labels = generation.overrideLabels(source.document);
  const chosen = labels.length === 0 ? variant : overridden(variant, labels, choose);
  return generation.compile(source, chosen);
}

const overridden = (
  variant: Variant,
  labels: readonly string[],
  choose: ChooseOverride,
): Variant => ({ ...variant, overrides: new Map(labels.map((label) => [label, choose(label)])) });

/** How one request's fetches are sent. */
export function sender(
  generation: Generation,
  transports: Transports,
  observe: FetchObserver,
  { headers, deadlineAt }: RequestScope,
  epoch: () => number = () => 0,
): Send {
  return async ({ service, isMutation, body, since }) => {
    const subgraph = generation.subgraphs.find(({ name }) => name === service);
    if (subgraph === undefined) return { failure: unavailable(service) };
    const sentAt = performance.now();
    const answer = await transports.of(subgraph)({
      isMutation,
      body,
      headers,
      deadlineAt,
      epoch: epoch(),
      now: sentAt,
      since,
    });
    observe(service, answer, performance.now() - sentAt);
    return answer;
  };
}
