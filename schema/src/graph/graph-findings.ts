import type { GraphQLSchema } from 'graphql';
import type { KnownOperations } from '../operations/operation.ts';
import type { Uses } from '../operations/uses.ts';
import type { Finding, Level, Severity } from '../report/finding.ts';
import type { Change } from './change.ts';
import { affectedBy, hitOperations } from './hit-operations.ts';
import type { Located } from './locate.ts';
import { schemaChanges } from './schema-changes.ts';

/** What a change is judged by, besides the schemas. */
export type Judging = {
  usage: KnownOperations['usage'];
  /** What operations use of the base; asked for only where a change can hit anybody. */
  uses: () => Uses;
  locate: (coordinate: string) => Located;
};

const LEVELS: Readonly<Record<Severity, Level>> = {
  breaking: 'error',
  invalid: 'error',
  dangerous: 'warning',
  unused: 'notice',
  safe: 'notice',
};

const WORST_FIRST: readonly Severity[] = ['breaking', 'dangerous', 'unused', 'safe'];

/** Rules about a definition that clients see no more. */
const GONE = /^(TYPE|FIELD|ARGUMENT|INPUT_FIELD|ENUM_VALUE|DIRECTIVE|DIRECTIVE_ARGUMENT)_REMOVED$/;

/** Every change that clients of a schema can notice, the worst first. */
export function graphFindings(
  base: GraphQLSchema,
  head: GraphQLSchema,
  judging: Judging,
): Finding[] {
  const findings = schemaChanges(base, head).map((change) => judged(change, judging));
  return WORST_FIRST.flatMap((severity) => findings.filter((each) => each.severity === severity));
}

/** Silence is worth something only where the records are fresh. */
function judged(change: Change, { usage, uses, locate }: Judging): Finding {
  const { rule, coordinate, message, becomes } = change;
  const hit = change.severity === 'safe' ? [] : hitOperations(change, uses());
  const isUnused = change.severity === 'breaking' && hit.length === 0 && usage === 'fresh';
  const severity = isUnused ? 'unused' : change.severity;
  const { place, ...found } = locate(coordinate);
  return {
    ...{ check: 'graph', rule, level: LEVELS[severity], severity, coordinate },
    message: `${message}${GONE.test(rule) ? whereabouts(found) : ''}${isUnused ? '; no known operation uses it' : ''}`,
    ...(becomes !== undefined && { becomes }),
    ...(place !== undefined && { place }),
    ...(hit.length > 0 && { affected: hit.map(affectedBy) }),
  };
}

/** Where it was, or that it still is there, so that something else must have hidden it. */
function whereabouts({ former, definedBy }: Omit<Located, 'place'>): string {
  if (definedBy !== undefined)
    return `; subgraph "${definedBy}" defines it, but it is hidden or not common to all`;
  return former === undefined ? '' : ` (it was at ${former.file}:${former.line})`;
}
