import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';
import { planMermaid } from './mermaid.ts';
import { planSvg } from './plan-svg.ts';
import { planText } from './plan-text.ts';
import { stepOf } from './step.ts';

const fetch = (serviceName: string, operation: string, entity?: string): PlanNode => ({
  ...{ kind: 'Fetch', serviceName, operation, operationName: undefined },
  operationKind: 'query' as never,
  ...(entity !== undefined && {
    requires: [{ kind: 'InlineFragment', typeCondition: entity, selections: [] }],
  }),
});
const entities = (service: string, entity: string, field: string, ...path: string[]): PlanNode => ({
  ...{ kind: 'Flatten', path },
  node: fetch(
    service,
    `query($representations:[_Any!]!){_entities(representations:$representations){...on ${entity}{__typename ${field}{a}}}}`,
    entity,
  ),
});

const PLAN: QueryPlan = {
  kind: 'QueryPlan',
  node: {
    kind: 'Sequence',
    nodes: [
      fetch('accounts', '{viewer{...F}} fragment F on User{id}'),
      {
        kind: 'Parallel',
        nodes: [
          entities('orders', 'User', 'orders', 'viewer'),
          {
            ...{ kind: 'Condition', condition: 'all' },
            ifClause: entities('<b>&"', 'User', 'rest', 'viewer'),
          },
        ],
      },
    ],
  },
};

test('a plan counts its requests, its longest chain and each service', () => {
  expect(figuresOf(stepOf(PLAN))).toEqual({
    ...{ fetches: 3, hops: 2 },
    bySubgraph: [
      ['<b>&"', 1],
      ['accounts', 1],
      ['orders', 1],
    ],
  });
  expect(figuresOf(stepOf({ kind: 'QueryPlan' }))).toEqual({ fetches: 0, hops: 0, bySubgraph: [] });
});

test('a plan reads as a tree of what happens at once and what after what', () => {
  expect(planText(stepOf(PLAN))).toBe(`one after another
├─ accounts  { viewer }
└─ at once
   ├─ orders  User at viewer { orders }
   └─ if $all is true
      └─ <b>&"  User at viewer { rest }`);
  expect(planText(null)).toBe('nothing is fetched');
});

test('every event of a subscription is followed by what is fetched for it', () => {
  const primary = fetch('orders', 'subscription{orderChanged{id}}') as PlanNode & { kind: 'Fetch' };
  const rest = entities('payments', 'Order', 'payment', 'orderChanged');
  const step = stepOf({ kind: 'QueryPlan', node: { kind: 'Subscription', primary, rest } });
  expect(figuresOf(step)).toMatchObject({ fetches: 2, hops: 2 });
  expect(planText(step)).toBe(`for every event of orders  { orderChanged }
└─ payments  Order at orderChanged { payment }`);
  expect(planMermaid(step)).toContain('f1 -->|"every event"| f2');
  expect(planSvg(step)).toContain('for every event');
});

test('names of services are text in pictures, never markup', () => {
  expect(planMermaid(stepOf(PLAN))).toBe(`flowchart LR
  start(("request"))
  f1["<b>accounts</b><br>viewer"]
  start --> f1
  f2["<b>orders</b><br>User at viewer<br>orders"]
  f1 --> f2
  f3["<b>#lt;b#gt;&#quot;</b><br>User at viewer<br>rest"]
  f1 -->|"$all is true"| f3
`);
  const svg = planSvg(stepOf(PLAN));
  expect(svg).toContain('&lt;b&gt;&amp;&quot;</text>');
  expect(svg).not.toContain('<b>');
});
