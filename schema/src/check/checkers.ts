import { authorization } from '../authorization/authorization-checker.ts';
import { contracts } from '../contract/contract-checker.ts';
import { events } from '../events/events-checker.ts';
import { graph } from '../graph/graph-checker.ts';
import { lint } from '../lint/lint-checker.ts';
import { operations } from '../operations/operations-checker.ts';
import { plans } from '../plans/plans-checker.ts';
import { rest } from '../rest/rest-checker.ts';
import { rpc } from '../rpc/rpc-checker.ts';
import type { Checker } from './checker.ts';
import { coverage } from './coverage-checker.ts';

/** In the order in which they run. */
export const CHECKERS: readonly Checker[] = [
  coverage,
  graph,
  contracts,
  operations,
  plans,
  authorization,
  lint,
  events,
  rpc,
  rest,
];
