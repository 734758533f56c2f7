import type { PlanFigures } from '@souk/router/plan-view/figures';
import type { Operation } from '../operations/operation.ts';
import type { Finding } from '../report/finding.ts';
import type { LabelState, PlanChange, PlanChanges } from './plan-change.ts';

/** A cost is told of from this factor on, and warned of from the second. */
const TOLD = 1.1;
const WARNED = 2;

type What = Pick<Finding, 'rule' | 'level' | 'severity' | 'message'>;

/** What there is to say of an operation's plans: nothing where they cost the same. */
export function planFindings(operation: Operation, changes: PlanChanges): Finding[] {
  const { client, name, place, recorded } = operation;
  return whatOf(changes).map((what) => ({
    ...{ check: 'plans', coordinate: name, scope: client, ...what },
    ...(place && { place }),
    affected: [
      { client, name, ...(place && { place }), ...(recorded && { count: recorded.count }) },
    ],
  }));
}

function whatOf(planned: PlanChanges): What[] {
  if ('impossible' in planned) {
    return [
      {
        ...{ rule: 'PLAN_IMPOSSIBLE', level: 'error', severity: 'breaking' },
        message: `There is no plan for it any more${inState(planned.state)}: ${planned.impossible}`,
      },
    ];
  }
  const { changes, cost } = planned;
  return [...requestsOf(changes), ...costOf(cost)];
}

function requestsOf(changes: readonly PlanChange[]): What[] {
  const slower = worst(changes, ({ hops }) => hops);
  if (slower !== null) {
    const { state, before, after } = slower;
    return [
      {
        ...{ rule: 'PLAN_HOP_ADDED', level: 'warning', severity: 'dangerous' },
        message: `It waits for ${after.hops} requests one after another, ${before.hops} before${inState(state)}; ${fetches(slower)}.`,
      },
    ];
  }
  const more = worst(changes, (figures) => figures.fetches);
  if (more !== null) {
    return [
      {
        ...{ rule: 'PLAN_FETCHES_ADDED', level: 'warning', severity: 'dangerous' },
        message: `It takes ${fetches(more)}${inState(more.state)}.`,
      },
    ];
  }
  const better = changes.find(
    ({ before, after }) => after.hops < before.hops || after.fetches < before.fetches,
  );
  if (better === undefined) return [];
  return [
    {
      ...{ rule: 'PLAN_IMPROVED', level: 'notice', severity: 'safe' },
      message: `It takes ${fetches(better)}, ${better.after.hops} one after another, ${better.before.hops} before${inState(better.state)}.`,
    },
  ];
}

function costOf({ before, after }: { before: number; after: number }): What[] {
  if (after <= before * TOLD) return [];
  const isMuch = after >= before * WARNED;
  return [
    {
      rule: 'PLAN_COST_RAISED',
      level: isMuch ? 'warning' : 'notice',
      severity: isMuch ? 'dangerous' : 'safe',
      message: `Its estimated cost is ${after}, ${before} before.`,
    },
  ];
}

/** Where a figure grew the most; null where it grew nowhere. */
function worst(
  changes: readonly PlanChange[],
  figure: (figures: PlanFigures) => number,
): PlanChange | null {
  const growth = ({ before, after }: PlanChange) => figure(after) - figure(before);
  const [most] = changes.toSorted((one, other) => growth(other) - growth(one));
  return most !== undefined && growth(most) > 0 ? most : null;
}

/** `7 fetches, 6 before (products 2, 1 before)`. */
function fetches({ before, after }: PlanChange): string {
  const was = new Map(before.bySubgraph);
  const is = new Map(after.bySubgraph);
  const services = [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const [now, then] = [is.get(name) ?? 0, was.get(name) ?? 0];
    return now === then ? [] : [`${name} ${now}, ${then} before`];
  });
  const each = services.length === 0 ? '' : ` (${services.join('; ')})`;
  return `${after.fetches} fetches, ${before.fetches} before${each}`;
}

function inState(state: LabelState): string {
  if (state.length === 0) return '';
  return ` with the override ${state.length === 1 ? 'label' : 'labels'} ${state.join(', ')} on`;
}
