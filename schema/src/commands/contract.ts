import { sideOf } from '../check/side.ts';
import type { Command } from '../command.ts';
import { readSupergraphConfig } from '../composition/supergraph-config.ts';
import { readSchemaConfig, type SchemaConfig } from '../config/schema-config.ts';
import { contractFiles, writeFiles } from '../contract/contract-files.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { plural } from '../report/report.ts';
import { REPORT_OPTIONS, REPORT_USAGE, targets, tell } from '../report/report-options.ts';
import { workingTree } from '../source/working-tree.ts';

export const contract: Command = {
  summary: 'parts of the graph by @tag, each for some of its clients',
  usage: `Usage: npm run schema -- contract [NAME...] [options]

Makes the contracts that schema.yaml names, or some of them: supergraphs of which clients see the part
that their tags leave. Routers serve them on paths of their own (contracts in router.yaml).

Options
  --config FILE       what to check                   (default: schema.yaml)
  --output DIR        where the supergraphs go        (default: router/contracts)
  --api DIR           where the API schemas go, what clients see (default: not written)
  --check             write nothing; fail where a file is not what a contract gives
${REPORT_USAGE}
  --help              this text

Exit codes: 0 made, 1 a contract is no schema or a file is stale, 2 usage or configuration, 3 a fault
of this program.
`,
  options: {
    config: { type: 'string', default: 'schema.yaml' },
    output: { type: 'string', default: 'router/contracts' },
    api: { type: 'string' },
    check: { type: 'boolean', default: false },
    ...REPORT_OPTIONS,
  },
  run: async ({ values, positionals, io }) => {
    targets(values);
    const tree = workingTree(io.cwd);
    const config = readSchemaConfig(tree, String(values.config));
    const names = asked(config, positionals);
    const side = sideOf(tree, readSupergraphConfig(tree, config.supergraph, io.env));
    const composed = side.composed();
    const findings = 'findings' in composed ? [...composed.findings] : [];
    const api = typeof values.api === 'string' ? values.api : undefined;
    const files = names.flatMap((name) => {
      const rules = config.contracts[name];
      const made = rules === undefined ? null : side.contract(name, rules);
      if (made !== null && 'findings' in made) findings.push(...made.findings);
      if (made === null || 'findings' in made) return [];
      return contractFiles(name, made, { output: String(values.output), api });
    });
    if (findings.length > 0) return tell({ title: 'contract', facts: [], findings }, values, io);
    if (values.check !== true) {
      writeFiles(io.cwd, files);
      io.progress(`${plural(names.length, 'contract')} written.`);
      return EXIT.passed;
    }
    const stale = files.filter(({ file, text }) => tree.read(file) !== text);
    for (const { file } of stale) io.progress(`${file} is stale: run npm run compose.`);
    return stale.length === 0 ? EXIT.passed : EXIT.failed;
  },
};

function asked({ contracts }: SchemaConfig, names: readonly string[]): string[] {
  const known = Object.keys(contracts);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names.length > 0 ? [...names] : known;
  throw new Misuse(`There is no contract "${unknown}", only ${known.join(', ') || 'none'}.`);
}
