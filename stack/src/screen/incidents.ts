import type { Report } from '../bring-up.ts';
import { layoutOf } from '../data/layout.ts';
import { lastLines } from '../processes/log-tail.ts';
import { painter } from './style.ts';

const WORTH_A_LOOK = 3;
const LINES_SHOWN = 5;

/** Says what happens to the processes of a stack that is up: who ended, who is back. */
export function reportIncidents(out: NodeJS.WriteStream, dataDirectory: string): Report {
  const paint = painter(out);
  const layout = layoutOf(dataDirectory);
  const troubled = new Set<string>();
  return (change) => {
    const { id, state } = change;
    if (state === 'ready' && troubled.delete(id)) {
      out.write(`  ${paint('green', '✓')} ${id} is ready again.\n`);
    }
    if (state === 'unready') {
      troubled.add(id);
      out.write(`  ${paint('yellow', '!')} ${id} is not ready.\n`);
    }
    if (state === 'crashed' && 'crashes' in change) {
      troubled.add(id);
      out.write(`  ${paint('red', '✗')} ${id} ended (${change.how}); starting it again.\n`);
      if (change.crashes % WORTH_A_LOOK !== 0) return;
      const log = layout.logOf(id === 'PostgreSQL' ? 'postgres' : id);
      for (const line of lastLines(log, LINES_SHOWN)) out.write(`      ${paint('dim', line)}\n`);
      out.write(`    It ended ${change.crashes} times in a row. Its log: ${log}\n`);
    }
  };
}
