import type { Command } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { publishOnce } from '../registry/publish-once.ts';
import { PUBLISHER_OPTIONS, PUBLISHER_USAGE, publisher } from '../registry/publisher.ts';
import {
  REGISTRY_OPTIONS,
  REGISTRY_USAGE,
  VARIANT_OPTIONS,
  variantOf,
  withRegistry,
} from '../registry/registry-options.ts';
import { MovedMeanwhile } from '../registry/store.ts';
import { REPORT_OPTIONS, REPORT_USAGE, targets, tell } from '../report/report-options.ts';
import { workingTree } from '../source/working-tree.ts';

const ATTEMPTS = 10;

export const publish: Command = {
  summary: 'a release into the registry, which routers follow',
  usage: `Usage: npm run schema -- publish [options]

Composes the working tree, checks it against what the variant points at, keeps it as a release and
points the variant at it; routers follow within a second. What does not compose is never published.

Options
  --variant NAME      which pointer moves             (default: production)
  --subgraph NAME     only this subgraph, the others as they are published; can be repeated
  --delete NAME       a subgraph to be taken away; can be repeated
  --release RELEASE   a release as it is, such as staging, in place of the working tree
  --expect RELEASE    refuse unless the variant points at it now; none: at nothing
  --force             publish also what fails the checks
  --dry-run           tell what would be published, and move nothing
${PUBLISHER_USAGE}
${REGISTRY_USAGE}
${REPORT_USAGE}
  --help              this text

Exit codes: 0 published, now or before; 1 refused; 2 usage or configuration; 3 a fault of this program.
`,
  options: {
    ...REGISTRY_OPTIONS,
    ...VARIANT_OPTIONS,
    ...PUBLISHER_OPTIONS,
    ...REPORT_OPTIONS,
    subgraph: { type: 'string', multiple: true, default: [] },
    delete: { type: 'string', multiple: true, default: [] },
    release: { type: 'string' },
    expect: { type: 'string' },
    force: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  run: async ({ values, positionals, io }) => {
    if (positionals.length > 0) throw new Misuse(`publish takes no "${positionals[0]}".`);
    targets(values);
    const tree = workingTree(io.cwd);
    const asked = {
      ...{ io, tree, variant: variantOf(values), configFile: String(values.config) },
      only: [values.subgraph ?? []].flat().map(String),
      gone: [values.delete ?? []].flat().map(String),
      promoted: typeof values.release === 'string' ? values.release : undefined,
      expect: typeof values.expect === 'string' ? values.expect : undefined,
      isForced: values.force === true,
      isDry: values['dry-run'] === true,
    };
    if (asked.promoted !== undefined && asked.only.length + asked.gone.length > 0) {
      throw new Misuse('--release takes all subgraphs of a release: no --subgraph or --delete.');
    }
    return withRegistry({ values, io, use: 'write' }, async (store, config) => {
      for (let attempt = 1; ; attempt++) {
        const who = publisher(values, io, new Date());
        try {
          const { outcome, ...told } = await publishOnce(store, { ...asked, config, who });
          // By force it is published although its check failed: the verdict is of the check alone.
          const title = outcome === 'published' && asked.isForced ? 'check' : 'publish';
          const code = tell({ title, ...told }, values, io);
          if (outcome === 'refused') return EXIT.failed;
          return outcome === 'published' ? EXIT.passed : code;
        } catch (error) {
          if (!(error instanceof MovedMeanwhile)) throw error;
          if (asked.expect !== undefined || attempt === ATTEMPTS) {
            io.progress(error.message);
            return EXIT.failed;
          }
          io.progress('Somebody else published meanwhile: checking against that.');
        }
      }
    });
  },
};
