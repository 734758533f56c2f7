import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Atom } from './atoms.ts';
import { filterer, type Refusal } from './filter.ts';
import type { Operation } from './operation.ts';
import type { AuthorizationOptions } from './options.ts';
import { rebuild } from './rebuild.ts';
import type { Rules } from './rules.ts';
import type { Variant } from './variant.ts';

type Scope = {
  readonly schema: GraphQLSchema;
  readonly rules: Rules;
  readonly operation: Operation;
  readonly whole: Variant;
  /** Of the outcome, unique within the operation. */
  readonly key: string;
  readonly options: AuthorizationOptions;
};

/** The variant for viewers for whom these atoms do not hold. */
export function variantWithout(
  denied: ReadonlySet<Atom>,
  { schema, rules, operation, whole, key, options }: Scope,
): Variant {
  const { definition, fragments } = operation;
  const root = schema.getRootType(definition.operation);
  if (!root) return whole;
  const filter = filterer(schema, rules, fragments, denied);
  const { set, refusals } = filter.set(definition.selectionSet, root.name);
  if (refusals.length === 0) return whole;

  const errors = distinctPaths(refusals).map(toError);
  const told = {
    paths: errors.map(({ path }) => (path ?? []).join('/')),
    errors: options.response === 'errors' || options.response === undefined ? errors : [],
    authorizationErrors: options.response === 'extensions' ? errors : [],
  };
  if (options.dryRun) return { ...whole, ...told };
  if (options.rejectUnauthorized) {
    // A refusal that is told nowhere would be a failure without a reason.
    return { ...whole, ...told, key, filtered: null, errors, rejected: true };
  }
  return {
    ...whole,
    ...told,
    key,
    filtered: set === null ? null : rebuild(definition, set, filter.fragment),
    withheld: filter.withheld,
  };
}

function distinctPaths(refusals: readonly Refusal[]): readonly Refusal[] {
  const byPath = new Map<string, Refusal>();
  for (const refusal of refusals) {
    const path = refusal.path.join('/');
    if (!byPath.has(path)) byPath.set(path, refusal);
  }
  return [...byPath.values()];
}

/** Code and message are those of Apollo Router, so that clients of either understand both. */
const toError = ({ path, node }: Refusal): GraphQLFormattedError =>
  new GraphQLError('Unauthorized field or type', {
    nodes: [node],
    path,
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
  }).toJSON();
