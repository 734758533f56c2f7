import type { Viewer } from '@souk/platform/identity';
import {
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Thing } from './data.ts';
import { type GraphModel, type Need, POSSIBLE } from './random-graph.ts';

/**
 * The answer that a viewer must get, from the model and graphql-js alone: resolvers give null
 * wherever each selection of a field is refused. The operation must have inline fragments only.
 */
export async function allowedAnswer(
  model: GraphModel,
  schema: GraphQLSchema,
  resolve: GraphQLFieldResolver<Thing | undefined, unknown>,
  viewer: Viewer | null,
  query: string,
): Promise<ExecutionResult> {
  const document = parse(query);
  const dead = deadFields(
    model,
    viewer,
    document.definitions[0] as { selectionSet: SelectionSetNode },
  );
  return execute({
    schema,
    document,
    fieldResolver: (source, args, context, info) =>
      info.fieldNodes.every((node) => dead.has(node))
        ? null
        : resolve(source as Thing | undefined, args, context, info),
  });
}

function deadFields(
  model: GraphModel,
  viewer: Viewer | null,
  operation: { readonly selectionSet: SelectionSetNode },
): ReadonlySet<FieldNode> {
  const dead = new Set<FieldNode>();
  const has = (need: Need | null | undefined): boolean => {
    const policies = new Set((viewer?.claims?.policies as string[] | undefined) ?? []);
    const any = (all: Need['scopes'], granted: ReadonlySet<string>) =>
      all === null || all.some((names) => names.every((name) => granted.has(name)));
    if (!need) return true;
    if (need.authenticated && viewer === null) return false;
    if (!any(need.scopes, viewer?.scopes ?? new Set())) return false;
    return any(need.policies, policies);
  };
  const mayType = (type: string) => has(model.types.get(type)?.need);
  const mayAll = (type: string) => (POSSIBLE[type] ?? [type]).every(mayType);
  const mayField = (type: string, name: string): boolean => {
    const field = model.types.get(type)?.fields.find((each) => each.name === name);
    return field !== undefined && mayType(type) && has(field.need) && mayType(field.named);
  };
  const returned = (type: string, name: string) =>
    model.types.get(type === 'Node' ? 'A' : type)?.fields.find((each) => each.name === name)
      ?.named ?? 'String';

  const selectsItself = (set: SelectionSetNode, type: string): boolean =>
    set.selections.some(
      (each) =>
        each.kind === Kind.FIELD ||
        (each.kind === Kind.INLINE_FRAGMENT &&
          each.typeCondition?.name.value === type &&
          selectsItself(each.selectionSet, type)),
    );
  /** Whether anything of a selection is left. */
  function lives(selection: SelectionNode, type: string, above: boolean): boolean {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value ?? type;
      const below = selection.selectionSet.selections.map((each) => lives(each, on, above));
      return below.some(Boolean) && (on in POSSIBLE || mayType(on));
    }
    if (selection.kind !== Kind.FIELD)
      throw new Error('Only inline fragments are understood here.');
    const name = selection.name.value;
    const named = returned(type, name);
    const set = selection.selectionSet;
    const may =
      (POSSIBLE[type] ?? [type]).every((object) => mayField(object, name)) &&
      !(named === 'Node' && set && selectsItself(set, named) && !mayAll(named));
    const below = set?.selections.map((each) => lives(each, named, above && may)) ?? [true];
    const alive = may && below.some(Boolean);
    if (!alive || !above) killAll(selection);
    return alive;
  }
  function killAll(node: SelectionNode): void {
    if (node.kind === Kind.FIELD) dead.add(node);
    if (node.kind === Kind.FRAGMENT_SPREAD) return;
    for (const each of node.selectionSet?.selections ?? []) killAll(each);
  }
  for (const selection of operation.selectionSet.selections) lives(selection, 'Query', true);
  return dead;
}
