import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compose } from './compose.ts';
import { readSupergraphConfig, SupergraphConfigError } from './supergraph-config.ts';

const USAGE = `Usage: node schema/src/main.ts compose [options]

Composes the subgraphs of a supergraph.yaml into one supergraph schema.

Options
  --config FILE   which subgraphs there are       (default: supergraph.yaml)
  --output FILE   where the supergraph goes       (default: router/supergraph.graphql)
  --check         write nothing; fail when the file is not what composition gives
  --help          this text

Exit codes: 0 composed, 1 does not compose or is stale, 2 usage.
`;

const PASSED = 0;
const FAILED = 1;
const MISUSED = 2;

function run(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      config: { type: 'string', default: 'supergraph.yaml' },
      output: { type: 'string', default: 'router/supergraph.graphql' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals[0] !== 'compose') {
    process.stdout.write(USAGE);
    return values.help ? PASSED : MISUSED;
  }
  const composed = compose(readSupergraphConfig(values.config));
  if ('errors' in composed) {
    process.stderr.write(`The subgraphs do not compose:\n${composed.errors.join('\n')}\n`);
    return FAILED;
  }
  if (!values.check) {
    writeFileSync(values.output, composed.supergraph);
    return PASSED;
  }
  if (readFileSync(values.output, 'utf8') === composed.supergraph) return PASSED;
  process.stderr.write(`${values.output} is stale: run npm run compose.\n`);
  return FAILED;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  const misused = error instanceof SupergraphConfigError || error instanceof TypeError;
  process.stderr.write(`${misused ? error.message : String(error)}\n`);
  process.exitCode = misused ? MISUSED : FAILED;
}
