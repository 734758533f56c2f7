import { COMPARE_OPTIONS, COMPARE_USAGE, compare } from '../check/compare.ts';
import type { Command } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { REPORT_OPTIONS, REPORT_USAGE, targets, tell } from '../report/report-options.ts';

export const check: Command = {
  summary: 'what a change would break, for whom, on which line',
  usage: `Usage: npm run schema -- check [options]

Compares the working tree with a base and reports what the change would break.

Options
${COMPARE_USAGE}
${REPORT_USAGE}
  --help              this text

Exit codes: 0 passed, 1 failed, 2 usage or configuration, 3 a fault of this program.
`,
  options: { ...COMPARE_OPTIONS, ...REPORT_OPTIONS },
  run: async ({ values, positionals, io }) => {
    if (positionals.length > 0) throw new Misuse(`check takes no "${positionals[0]}".`);
    targets(values);
    return tell(await compare(values, io, new Date()), values, io);
  },
};
