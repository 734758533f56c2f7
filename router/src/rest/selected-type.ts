import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The fragments of a document, by their names. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

/** A field of the answer and its type. */
export type SelectedField = { readonly field: FieldNode; readonly type: GraphQLOutputType };

/** Every field node that a selection set holds for objects of exactly that type, fragments opened. */
export function* fieldsFor(
  schema: GraphQLSchema,
  typeName: string,
  { selections }: SelectionSetNode,
  fragments: Fragments,
): Generator<{ field: FieldNode; isConditional: boolean }> {
  for (const selection of selections) {
    const isConditional = (selection.directives?.length ?? 0) > 0;
    if (selection.kind === Kind.FIELD) {
      yield { field: selection, isConditional };
      continue;
    }
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (inside === undefined) continue;
    const condition = inside.typeCondition?.name.value ?? typeName;
    if (!appliesTo(schema, condition, typeName)) continue;
    for (const found of fieldsFor(schema, typeName, inside.selectionSet, fragments)) {
      yield { field: found.field, isConditional: isConditional || found.isConditional };
    }
  }
}

function appliesTo(schema: GraphQLSchema, condition: string, typeName: string): boolean {
  if (condition === typeName) return true;
  const abstract = schema.getType(condition);
  const object = schema.getType(typeName);
  return (
    (isUnionType(abstract) || isInterfaceType(abstract)) &&
    (isObjectType(object) || isInterfaceType(object)) &&
    schema.isSubType(abstract, object)
  );
}

/** Follows response names from an operation's root. Throws an Error where there is no such field. */
export function selectedAt(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  path: readonly string[],
): SelectedField {
  let selectionSet: SelectionSetNode | undefined = operation.selectionSet;
  let type: GraphQLOutputType | undefined = schema.getRootType(operation.operation) ?? undefined;
  let found: FieldNode | undefined;
  for (const name of path) {
    const parent: GraphQLOutputType | undefined = isNonNullType(type) ? type.ofType : type;
    if (selectionSet === undefined || parent === undefined || !isCompositeType(parent)) break;
    found = undefined;
    for (const { field } of fieldsFor(schema, parent.name, selectionSet, fragments)) {
      if ((field.alias ?? field.name).value === name) found = field;
    }
    if (found === undefined || isUnionType(parent)) {
      throw new Error(`the document selects no ${path.join('.')}`);
    }
    type = parent.getFields()[found.name.value]?.type;
    selectionSet = found.selectionSet;
  }
  if (found === undefined || type === undefined || (isListType(type) && path.length === 0)) {
    throw new Error(`the document selects no ${path.join('.')}`);
  }
  return { field: found, type };
}

/** Whether a selection asks for the name of the type, so that clients and we can tell members apart. */
export const asksTypeName = (
  schema: GraphQLSchema,
  { field, type }: SelectedField,
  fragments: Fragments,
): boolean =>
  field.selectionSet !== undefined &&
  [...fieldsFor(schema, getNamedType(type).name, field.selectionSet, fragments)].some(
    ({ field: each, isConditional }) =>
      each.name.value === '__typename' && each.alias === undefined && !isConditional,
  );
