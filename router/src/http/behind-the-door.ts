import type { Discovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { ContractDoor } from '../contracts/open-contracts.ts';
import type { Generations } from '../generation/generations.ts';
import type { Analyses } from '../operations/prepare.ts';
import type { RunOperation } from '../operations/run.ts';
import type { PlanEvents } from '../subscriptions/event-execution.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { AddRoutes } from './fastify-door.ts';
import type { Identify } from './identify.ts';

/** What the door lets requests through to. */
export type BehindTheDoor = {
  readonly supergraph: Generations;
  /** Parts of the graph that are served on paths of their own. */
  readonly contracts: readonly ContractDoor[];
  readonly analyses: Analyses;
  readonly run: RunOperation;
  /** How the events of subscriptions are made. */
  readonly planEvents: PlanEvents;
  readonly discovery: Discovery | null;
  /** What is served besides. */
  readonly routes: readonly (AddRoutes | null)[];
  readonly identify: Identify;
  readonly metrics: Metrics;
  readonly telemetry: Telemetry;
  readonly log: Logger;
};
