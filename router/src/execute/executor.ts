import type { Variant } from '../authorization/variant.ts';
import { unavailable } from '../errors/subgraph-error.ts';
import type { Generation } from '../generation/generation.ts';
import type { ChooseOverride } from '../generation/override-labels.ts';
import type { RequestScope } from '../http/scope.ts';
import type { ExecuteOperation } from '../operations/execute.ts';
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
  ): ExecuteOperation =>
  async ({ generation, source }, variant, variables, scope) => {
    const labels = generation.overrideLabels(source.document);
    const chosen = labels.length === 0 ? variant : overridden(variant, labels, chooseOverride);
    const compiled = generation.compile(source, chosen);
    const send = sender(generation, transports, observe, scope);
    return answerText(await execute(compiled, { variables, send }));
  };

const overridden = (
  variant: Variant,
  labels: readonly string[],
  choose: ChooseOverride,
): Variant => ({ ...variant, overrides: new Map(labels.map((label) => [label, choose(label)])) });

function sender(
  generation: Generation,
  transports: Transports,
  observe: FetchObserver,
  { headers, deadlineAt }: RequestScope,
): Send {
  return async ({ service, isMutation, body }) => {
    const subgraph = generation.subgraphs.find(({ name }) => name === service);
    if (subgraph === undefined) return { failure: unavailable(service) };
    const sentAt = performance.now();
    const answer = await transports.of(subgraph)({ isMutation, body, headers, deadlineAt });
    observe(service, answer, performance.now() - sentAt);
    return answer;
  };
}
