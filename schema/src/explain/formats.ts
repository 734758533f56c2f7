import { planMermaid } from '@souk/router/plan-view/mermaid';
import { planSvg } from '@souk/router/plan-view/plan-svg';
import { planText } from '@souk/router/plan-view/plan-text';
import { plural } from '../report/report.ts';
import type { Explanation } from './explanation.ts';

/** Every way to write an explanation; each gives the whole text, a line break at its end. */
export const EXPLAIN_FORMATS: Readonly<Record<string, (explanation: Explanation) => string>> = {
  text,
  json: ({ figures: { fetches, hops, bySubgraph }, name, cost, labels, step, plan }) =>
    `${JSON.stringify({ name, fetches, hops, subgraphs: Object.fromEntries(bySubgraph), cost, labels, steps: step, plan }, null, 2)}\n`,
  mermaid: ({ step }) => planMermaid(step),
  svg: ({ step }) => planSvg(step),
  plan: ({ plan }) => `${plan}\n`,
};

function text({ name, figures, cost, labels, step }: Explanation): string {
  const { fetches, hops, bySubgraph } = figures;
  const off = labels.known.filter((label) => !labels.on.includes(label));
  return [
    `${name ?? 'The operation'}: ${plural(fetches, 'fetch').replace(/fetchs$/, 'fetches')}, ${hops} one after another, estimated cost ${cost}`,
    ...bySubgraph.map(([subgraph, count]) => `  ${String(count).padStart(3)}  ${subgraph}`),
    ...(labels.known.length === 0
      ? []
      : [`Override labels on: ${listed(labels.on)}; off: ${listed(off)}`]),
    '',
    planText(step),
    '',
  ].join('\n');
}

const listed = (names: readonly string[]): string => names.join(', ') || 'none';
