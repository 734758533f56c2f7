import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Atom } from './atoms.ts';
import type { Fragments } from './operation.ts';
import type { Rules } from './rules.ts';
import { responseName, selectsDirectly } from './selections.ts';
import { type Field, fieldOf, listDepth, returnedType } from './types.ts';

/** A selection that was refused, and where it would be in the answer. */
export type Refusal = {
  /** Response names; `@` for any item of a list; `... on T` last, where a fragment was refused. */
  readonly path: readonly string[];
  readonly node: SelectionNode;
};

/** A selection set without what is refused; null where nothing is left of it. */
export type Filtered = {
  readonly set: SelectionSetNode | null;
  readonly refusals: readonly Refusal[];
};

/** More refusals than this are not told, so that nested fragments cannot multiply them. */
export const MAX_REFUSALS = 100;

const ANY_ITEM = '@';

/**
 * Filters selections by the atoms that do not hold for a viewer. Each fragment is filtered once:
 * whether a field is refused depends on its type and what it selects, never on who spreads it.
 */
export function filterer(
  schema: GraphQLSchema,
  rules: Rules,
  fragments: Fragments,
  denied: ReadonlySet<Atom>,
) {
  const withheld = new Set<FieldNode>();
  const filtered = new Map<string, Filtered>();
  const isDenied = (atoms: readonly Atom[]) => atoms.some((atom) => denied.has(atom));

  function set(selectionSet: SelectionSetNode, type: string): Filtered {
    const refusals: Refusal[] = [];
    const selections: SelectionNode[] = [];
    for (const selection of selectionSet.selections) {
      const { kept, refused } = one(selection, type);
      if (kept !== null) selections.push(kept);
      refusals.push(...refused.slice(0, MAX_REFUSALS - refusals.length));
    }
    if (selections.length === 0) return { set: null, refusals };
    const unchanged = selections.every((kept, i) => kept === selectionSet.selections[i]);
    const same = unchanged && selections.length === selectionSet.selections.length;
    return { set: same ? selectionSet : { ...selectionSet, selections }, refusals };
  }

  function one(
    selection: SelectionNode,
    type: string,
  ): { kept: SelectionNode | null; refused: readonly Refusal[] } {
    if (selection.kind === Kind.FIELD) return field(selection, type);
    const named = selection.kind === Kind.FRAGMENT_SPREAD;
    const definition = named ? fragments.get(selection.name.value) : selection;
    const on = definition?.typeCondition?.name.value;
    const below = named ? spread(selection.name.value) : set(selection.selectionSet, on ?? type);
    if (on !== undefined && isDenied(rules.ofType(on))) {
      return { kept: null, refused: [{ path: [`... on ${on}`], node: selection }] };
    }
    if (below.set === null) return { kept: null, refused: below.refusals };
    const same = named || below.set === selection.selectionSet;
    const kept = same ? selection : { ...selection, selectionSet: below.set };
    return { kept, refused: below.refusals };
  }

  function field(node: FieldNode, type: string) {
    const definition = fieldOf(schema, type, node.name.value);
    if (definition === undefined) return { kept: node, refused: [] };
    const name = responseName(node);
    const isRefused =
      isDenied(rules.ofField(type, definition.name)) || refusedForObjects(node, definition);
    if (isRefused) {
      withheld.add(node);
      return { kept: null, refused: [{ path: [name], node }] };
    }
    if (node.selectionSet === undefined) return { kept: node, refused: [] };
    const below = set(node.selectionSet, returnedType(definition));
    const items = Array<string>(listDepth(definition.type)).fill(ANY_ITEM);
    const refused = below.refusals.map((refusal) => ({
      ...refusal,
      path: [name, ...items, ...refusal.path],
    }));
    if (below.set === null) {
      withheld.add(node);
      return { kept: null, refused };
    }
    const kept = below.set === node.selectionSet ? node : { ...node, selectionSet: below.set };
    return { kept, refused };
  }

  /** Fields of an interface itself are served only where any of its objects may be. */
  function refusedForObjects({ selectionSet }: FieldNode, definition: Field): boolean {
    const returned = returnedType(definition);
    return (
      selectionSet !== undefined &&
      isDenied(rules.ofObjects(returned)) &&
      selectsDirectly(selectionSet, returned, fragments)
    );
  }

  function spread(name: string): Filtered {
    const known = filtered.get(name);
    if (known !== undefined) return known;
    filtered.set(name, { set: null, refusals: [] });
    const fragment = fragments.get(name);
    if (fragment === undefined) return { set: null, refusals: [] };
    const result = set(fragment.selectionSet, fragment.typeCondition.name.value);
    filtered.set(name, result);
    return result;
  }

  /** What is left of a fragment that is still spread; null where nothing is. */
  const fragment = (name: string): FragmentDefinitionNode | null => {
    const definition = fragments.get(name);
    const left = spread(name).set;
    if (definition === undefined || left === null) return null;
    return left === definition.selectionSet ? definition : { ...definition, selectionSet: left };
  };
  return { set, fragment, withheld };
}
