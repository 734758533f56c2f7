import { fieldsAsked } from './fields-asked.ts';
import type { FetchStep, Step } from './step.ts';

/** A plan as a Mermaid flowchart, which GitHub and GitLab draw in Markdown. Ends with a line break. */
export function planMermaid(step: Step | null): string {
  const lines = ['flowchart LR', '  start(("request"))'];
  let count = 0;
  const node = (fetch: FetchStep): string => {
    count += 1;
    const id = `f${count}`;
    lines.push(`  ${id}["${label(fetch)}"]`);
    return id;
  };
  /** Draws a step after others, and gives what its successor waits for. */
  const draw = (each: Step, after: readonly string[], edge: string): readonly string[] => {
    switch (each.kind) {
      case 'fetch': {
        const id = node(each);
        lines.push(...after.map((before) => `  ${before} ${edge} ${id}`));
        return [id];
      }
      case 'sequence':
        return each.steps.reduce(
          (before, next, index) => draw(next, before, index === 0 ? edge : '-->'),
          after,
        );
      case 'parallel':
        return each.steps.flatMap((next) => draw(next, after, edge));
      case 'if':
        return draw(each.step, after, `-->|"$${each.variable} is ${each.is}"|`);
      case 'subscription': {
        const primary = draw(each.primary, after, edge);
        return each.step === null ? primary : draw(each.step, primary, '-->|"every event"|');
      }
    }
  };
  if (step === null) lines.push('  start --> nothing["nothing is fetched"]');
  else draw(step, ['start'], '-->');
  return `${lines.join('\n')}\n`;
}

function label(fetch: FetchStep): string {
  const { subgraph, path, entities } = fetch;
  const whose = [entities.join(' | '), path].filter((part) => part !== '').join(' at ');
  return [`<b>${escaped(subgraph)}</b>`, whose, fieldsAsked(fetch).join(' ')]
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? part : escaped(part)))
    .join('<br>');
}

/** Mermaid's own escapes: its labels end at a quote. */
const escaped = (text: string): string =>
  text
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('|', '#124;');
