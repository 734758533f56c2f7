import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { parse, validate } from 'graphql';
import type { Generation } from '../generation/generation.ts';
import { type Limits, overLimits } from '../limits/limit-rule.ts';
import { planSvg } from '../plan-view/plan-svg.ts';
import { stepOf } from '../plan-view/step.ts';
import type { Plan } from './routes.ts';

/** Plans a pasted query on the generation that serves; says what is wrong with it. */
export const planOfQuery =
  (current: () => Generation, limits: Limits & { readonly maxTokens: number }): Plan =>
  (query) => {
    try {
      const generation = current();
      const document = parse(query, { maxTokens: limits.maxTokens });
      const [problem] = [...overLimits(document, limits), ...validate(generation.api, document)];
      if (problem !== undefined) return { problem: problem.message };
      const plan = generation.explain({ hash: '', document, operationName: undefined });
      return { plan: prettyFormatQueryPlan(plan), picture: planSvg(stepOf(plan)) };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  };
