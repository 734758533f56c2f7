import { fieldsAsked } from './fields-asked.ts';
import type { FetchStep, Step } from './step.ts';

/** A plan as a tree in text, one step a line, without a line break at its end. */
export function planText(step: Step | null): string {
  if (step === null) return 'nothing is fetched';
  return lines(step, '', '').join('\n');
}

function lines(step: Step, first: string, rest: string): string[] {
  const { title, below } = told(step);
  return [
    `${first}${title}`,
    ...below.flatMap((each, index) =>
      index === below.length - 1
        ? lines(each, `${rest}└─ `, `${rest}   `)
        : lines(each, `${rest}├─ `, `${rest}│  `),
    ),
  ];
}

function told(step: Step): { title: string; below: readonly Step[] } {
  switch (step.kind) {
    case 'fetch':
      return { title: fetchTitle(step), below: [] };
    case 'sequence':
      return { title: 'one after another', below: step.steps };
    case 'parallel':
      return { title: 'at once', below: step.steps };
    case 'if':
      return { title: `if $${step.variable} is ${step.is}`, below: [step.step] };
    case 'subscription': {
      const each: Step[] = step.step === null ? [] : [step.step];
      return { title: `for every event of ${fetchTitle(step.primary)}`, below: each };
    }
  }
}

/** `products: Product at viewer.orders.@: title slug`. */
function fetchTitle(fetch: FetchStep): string {
  const { subgraph, path, entities } = fetch;
  const whose = entities.length === 0 ? '' : `${entities.join(' | ')} `;
  const where = path === '' ? '' : `at ${path} `;
  return `${subgraph}  ${whose}${where}{ ${fieldsAsked(fetch).join(' ')} }`;
}
