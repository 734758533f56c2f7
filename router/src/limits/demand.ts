import type { GraphQLFormattedError } from 'graphql';
import type { Estimate } from './estimate.ts';

export type DemandLimits = {
  /** The estimated cost above which an operation is refused. */
  readonly maxCost: number;
  /** `measure` refuses nothing. */
  readonly mode: 'measure' | 'enforce';
};

export type Demand = {
  readonly cost: number;
  /** As Apollo Router names them: COST_OK and the codes of its errors. */
  readonly result: 'COST_OK' | 'COST_ESTIMATED_TOO_EXPENSIVE' | 'COST_QUERY_PARSE_FAILURE';
  /** The error that ends the request with HTTP status 400; null where it may go on. */
  readonly refusal: GraphQLFormattedError | null;
};

/** Judges a request's cost before anything of it is fetched. */
export function judgeDemand(
  estimate: Estimate,
  variables: Readonly<Record<string, unknown>>,
  { maxCost, mode }: DemandLimits,
): Demand {
  const cost = estimate(variables);
  const refusal = refusalOf(cost, maxCost, estimate.unsliced(variables));
  if (refusal === null) return { cost, result: 'COST_OK', refusal: null };
  return { cost, result: refusal.extensions.code, refusal: mode === 'measure' ? null : refusal };
}

function refusalOf(cost: number, maxCost: number, unsliced: string | null) {
  if (unsliced !== null) {
    return {
      message: `Exactly one of the arguments that limit the size of ${unsliced} must be given.`,
      extensions: { code: 'COST_QUERY_PARSE_FAILURE' } as const,
    };
  }
  if (cost <= maxCost) return null;
  return {
    message: `The estimated cost of ${cost} is over the limit of ${maxCost}.`,
    extensions: {
      code: 'COST_ESTIMATED_TOO_EXPENSIVE',
      cost: { estimated: cost, max: maxCost },
    } as const,
  };
}
