import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from './type-condition.ts';

const FRAGMENT = '... on ';

/**
 * Applies the planner's rewrites in place: values set in representations before they are sent
 * (an interface object's type), aliases renamed in data after it came.
 */
export function applyRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[],
  value: unknown,
): void {
  for (const rewrite of rewrites) walk(schema, rewrite, 0, value);
}

function walk(schema: GraphQLSchema, rewrite: FetchDataRewrite, at: number, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(schema, rewrite, at, item);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Record<string, unknown>;
  const step = rewrite.path[at];
  if (step === undefined) return;
  if (step.startsWith(FRAGMENT)) {
    const typename = object.__typename;
    // An object that came without its type is taken to be of the type that was asked for.
    if (typename === undefined || isOfType(schema, typename, step.slice(FRAGMENT.length))) {
      walk(schema, rewrite, at + 1, value);
    }
    return;
  }
  if (at < rewrite.path.length - 1) {
    if (Object.hasOwn(object, step)) walk(schema, rewrite, at + 1, object[step]);
    return;
  }
  if (rewrite.kind === 'ValueSetter') object[step] = rewrite.setValueTo;
  else if (Object.hasOwn(object, step)) {
    object[rewrite.renameKeyTo] = object[step];
    delete object[step];
  }
}
