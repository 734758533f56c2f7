import { type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Atom } from './atoms.ts';
import type { Operation } from './operation.ts';
import type { Rules } from './rules.ts';
import { selectsDirectly } from './selections.ts';
import { returnedType } from './types.ts';

/** The atoms that decide about any part of an operation, each once, in a stable order. */
export function touchedAtoms(
  schema: GraphQLSchema,
  rules: Rules,
  { definition, fragments }: Operation,
): readonly Atom[] {
  if (rules.areEmpty) return [];
  const touched = new Set<Atom>();
  const touch = (atoms: readonly Atom[]) => {
    for (const atom of atoms) touched.add(atom);
  };
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    Field: (node) => {
      const parent = types.getParentType();
      const field = types.getFieldDef();
      if (!parent || !field) return;
      touch(rules.ofField(parent.name, field.name));
      const returned = returnedType(field);
      const ofObjects = rules.ofObjects(returned);
      if (ofObjects.length === 0 || node.selectionSet === undefined) return;
      if (selectsDirectly(node.selectionSet, returned, fragments)) touch(ofObjects);
    },
    InlineFragment: (node) => {
      if (node.typeCondition) touch(rules.ofType(node.typeCondition.name.value));
    },
    FragmentDefinition: (node) => touch(rules.ofType(node.typeCondition.name.value)),
  });
  for (const part of [definition, ...fragments.values()]) visit(part, visitor);
  return [...touched].sort((a, b) => a.index - b.index);
}
