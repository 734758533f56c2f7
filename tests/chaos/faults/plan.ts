import type { Random } from '@souk/stack/seed/random';
import type { Service } from '../audit/databases.ts';

/** One thing that goes wrong. Times in milliseconds. */
export type Fault =
  /** Ends at once, as in a power cut; the supervisor starts it again. */
  | { kind: 'kill'; process: string }
  /** The same, shortly after the bus brought a message that the service does something about. */
  | { kind: 'kill-reader'; process: string; service: Service }
  /** Stands still, with all its connections open, then goes on as if nothing had been. */
  | { kind: 'freeze'; process: string; ms: number }
  /** Is asked to end, and started again. */
  | { kind: 'restart'; process: string }
  /** The server process of one connection dies, and PostgreSQL recovers from its log. */
  | { kind: 'crash-backend' }
  /** Connections of one service break, idle ones and busy ones. */
  | { kind: 'cut'; database: string }
  /** The provider misbehaves for a while. */
  | { kind: 'provider'; switches: ProviderSwitches; ms: number }
  /** Messages come over the bus once more, as at-least-once allows. */
  | { kind: 'redeliver'; messages: number }
  | { kind: 'broker' };

export type ProviderSwitches = Partial<
  Record<
    | 'latencyMs'
    | 'errorRate'
    | 'loseReplyAfterCharge'
    | 'duplicateWebhooks'
    | 'reorderWebhooks'
    | 'dropWebhooks',
    number
  >
>;

/** What there is to break. */
export type Targets = {
  services: readonly string[];
  postgres: string;
  provider: string;
  router: string;
  databases: readonly string[];
  hasBroker: boolean;
};

/** A fault, and how long after the one before it strikes. */
export type Planned = { afterMs: number; fault: Fault };

/** Below the time after which the supervisor takes silence for a hang, and kills. */
const LONGEST_FREEZE_MS = 8_000;
const SHORTEST_FREEZE_MS = 500;

/** What goes wrong and when, without end, the same for the same dice; `first` comes before all else. */
export function* planFaults(
  random: Random,
  targets: Targets,
  first: readonly Planned[] = [],
): Generator<Planned, never> {
  yield* first;
  const kinds = weigh(random, targets);
  while (true) {
    yield { afterMs: random.whole(1_000, 5_000), fault: random.pick(kinds)() };
  }
}

/** Every kind as often as its weight. */
function weigh(random: Random, targets: Targets): (() => Fault)[] {
  const { services, postgres, provider, router, databases, hasBroker } = targets;
  const freezeMs = () => random.whole(SHORTEST_FREEZE_MS, LONGEST_FREEZE_MS);
  const weights: [number, () => Fault][] = [
    [8, () => ({ kind: 'kill', process: random.pick(services) })],
    [6, () => ({ kind: 'freeze', process: random.pick(services), ms: freezeMs() })],
    [4, () => ({ kind: 'restart', process: random.pick(services) })],
    [1, () => ({ kind: 'kill', process: postgres })],
    [1, () => ({ kind: 'crash-backend' })],
    [2, () => ({ kind: 'cut', database: random.pick(databases) })],
    [2, () => ({ kind: 'kill', process: provider })],
    [1, () => ({ kind: 'freeze', process: provider, ms: freezeMs() })],
    [1, () => ({ kind: 'kill', process: router })],
    [
      7,
      () => ({
        kind: 'provider',
        switches: misbehaviour(random),
        ms: random.whole(2_000, 8_000),
      }),
    ],
    [3, () => ({ kind: 'redeliver', messages: random.whole(5, 60) })],
    [hasBroker ? 3 : 0, () => ({ kind: 'broker' })],
  ];
  return weights.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));
}

function misbehaviour(random: Random): ProviderSwitches {
  const share = () => random.whole(20, 80) / 100;
  const ways: ProviderSwitches[] = [
    { latencyMs: random.whole(100, 900) },
    { errorRate: share() },
    { loseReplyAfterCharge: share() },
    { duplicateWebhooks: share() },
    { reorderWebhooks: share() },
    { dropWebhooks: share() },
  ];
  return Object.assign({}, ...random.sample(ways, random.whole(1, 3)));
}

/** The fault in words. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
    case 'restart':
      return `${fault.kind} ${fault.process}`;
    case 'kill-reader':
      return `kill ${fault.process} once it has a message in hand`;
    case 'freeze':
      return `freeze ${fault.process} for ${(fault.ms / 1_000).toFixed(1)} s`;
    case 'cut':
      return `cut the connections of ${fault.database}`;
    case 'crash-backend':
      return 'crash a server process of PostgreSQL';
    case 'provider':
      return `provider ${JSON.stringify(fault.switches)} for ${(fault.ms / 1_000).toFixed(1)} s`;
    case 'redeliver':
      return `deliver ${fault.messages} messages again`;
    case 'broker':
      return 'restart the broker';
  }
}
