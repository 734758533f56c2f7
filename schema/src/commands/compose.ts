import type { Command } from '../command.ts';
import { composeOnce } from '../composition/compose-files.ts';
import { watchComposition } from '../composition/watch-composition.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { REPORT_OPTIONS, REPORT_USAGE, targets } from '../report/report-options.ts';

export const compose: Command = {
  summary: 'one supergraph out of the subgraphs of a supergraph.yaml',
  usage: `Usage: npm run schema -- compose [options]

Composes the subgraphs of a supergraph.yaml into one supergraph schema. What was there stays as it is
where the subgraphs do not compose.

Options
  --config FILE       which subgraphs there are       (default: supergraph.yaml)
  --output FILE       where the supergraph goes       (default: router/supergraph.graphql)
  --api FILE          where the API schema goes, what clients see (default: not written)
  --check             write nothing; fail where a file is not what composition gives
  --hints             tell what composition thinks of subgraphs that compose, too
  --watch             compose again whenever a subgraph is saved, until stopped
${REPORT_USAGE}
  --help              this text

Exit codes: 0 composed, 1 does not compose or is stale, 2 usage or configuration, 3 a fault of this
program.
`,
  options: {
    config: { type: 'string', default: 'supergraph.yaml' },
    output: { type: 'string', default: 'router/supergraph.graphql' },
    api: { type: 'string' },
    check: { type: 'boolean', default: false },
    hints: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    ...REPORT_OPTIONS,
  },
  run: async ({ values, positionals, io }) => {
    if (positionals.length > 0) throw new Misuse(`compose takes no "${positionals[0]}".`);
    if (values.watch && values.check) throw new Misuse('--watch and --check do not go together.');
    targets(values);
    if (!values.watch) return composeOnce(values, io);
    await watchComposition(values, io);
    return EXIT.passed;
  },
};
