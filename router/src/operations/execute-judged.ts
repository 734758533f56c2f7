import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import { unknownOperation } from '../errors/operation-error.ts';
import type { Execute } from '../generation/gateway.ts';
import type { JudgedScope } from '../http/judged-scope.ts';
import type { Price } from '../limits/price.ts';
import type { Rates } from '../limits/rates.ts';
import { type FormattedErrors, isRefused, resultOf } from './answer.ts';
import type { JudgedOperations } from './judged-operations.ts';
import type { Prepare } from './prepare.ts';
import { rateLimited } from './refusal.ts';
import type { RunOperation } from './run.ts';

/**
 * The executor behind Apollo Server's pipeline: what comes here is valid, and once it has run it is
 * remembered for the hot path.
 */
export const executeJudged = (options: {
  prepare: Prepare;
  run: RunOperation;
  judged: JudgedOperations;
  rates: Pick<Rates, 'take'> | null;
  price: Price;
  formatted: FormattedErrors;
}): Execute<JudgedScope> => {
  /** The door has taken one token for the operation, when nothing was known of it. */
  const charge = (price: number, payer: string | null): void => {
    if (options.rates === null || payer === null || price === 1) return;
    const wait = options.rates.take(payer, price - 1, 1);
    if (wait === 0) return;
    const error = tooOften(wait);
    options.formatted.add(error);
    throw error;
  };

  return async (generation, { source: text, queryHash: hash, document, request, context }) => {
    const { operationName } = request;
    const prepared = options.prepare(generation, { text, hash, document, operationName });
    if (prepared === null) throw unknownOperation(operationName);
    const variables = request.variables ?? {};
    charge(options.price(prepared, variables), context.payer);
    const answer = await options.run(prepared, variables, context);
    if (!isRefused(answer)) options.judged.add(prepared);
    const result = resultOf(answer, options.formatted);
    if (!context.tellsPlan) return result;
    const variant = prepared.authorize(context.viewer);
    const queryPlan = prettyFormatQueryPlan(generation.explain(prepared.source, variant));
    return { ...result, extensions: { ...result.extensions, queryPlan } };
  };
};

const tooOften = (wait: number): GraphQLError => {
  const { message, code, status } = rateLimited(wait);
  const http = { status, headers: new Map([['retry-after', String(wait)]]) };
  return new GraphQLError(message, { extensions: { retryAfterSeconds: wait, code, http } });
};
