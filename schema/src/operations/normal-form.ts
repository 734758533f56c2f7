import {
  type ArgumentNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
} from 'graphql';

/**
 * The same text for a document and for its record: without values and aliases, which a record has not,
 * and without `__typename`, which clients add; fragments in one order. Not by graphql's visit and print,
 * which copy: there are thousands of documents.
 */
export const normalForm = ({ definitions }: DocumentNode): string =>
  definitions.map(definitionText).sort().join('\n');

function definitionText(definition: DefinitionNode): string {
  if (definition.kind === Kind.FRAGMENT_DEFINITION) {
    const { name, typeCondition, directives, selectionSet } = definition;
    return `fragment ${name.value} ${typeCondition.name.value}${marks(directives)}${set(selectionSet)}`;
  }
  if (definition.kind !== Kind.OPERATION_DEFINITION) return definition.kind;
  const { operation, name, variableDefinitions, directives, selectionSet } = definition;
  const variables = (variableDefinitions ?? []).map(
    ({ variable, type, defaultValue }) =>
      `${variable.name.value}:${typeText(type)}${defaultValue ? `=${valueText(defaultValue)}` : ''}`,
  );
  return `${operation} ${name?.value}(${variables})${marks(directives)}${set(selectionSet)}`;
}

function typeText(type: TypeNode): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : `${typeText(type.type)}!`;
}

function set(selectionSet: SelectionSetNode | undefined): string {
  if (selectionSet === undefined) return '';
  let text = '{';
  for (const selection of selectionSet.selections) text += selectionText(selection);
  return `${text}}`;
}

function selectionText(selection: SelectionNode): string {
  const { directives } = selection;
  if (selection.kind === Kind.FIELD) {
    const { name, arguments: given, selectionSet } = selection;
    if (name.value === '__typename') return '';
    return `${name.value}(${list(given)})${marks(directives)}${set(selectionSet)} `;
  }
  if (selection.kind === Kind.FRAGMENT_SPREAD)
    return `...${selection.name.value}${marks(directives)} `;
  const { typeCondition, selectionSet } = selection;
  return `...on ${typeCondition?.name.value}${marks(directives)}${set(selectionSet)} `;
}

const marks = (directives: readonly DirectiveNode[] | undefined): string =>
  (directives ?? []).map(({ name, arguments: given }) => `@${name.value}(${list(given)})`).join('');

const list = (given: readonly ArgumentNode[] | undefined): string =>
  (given ?? []).map(({ name, value }) => `${name.value}:${valueText(value)}`).join();

function valueText(value: ValueNode): string {
  switch (value.kind) {
    case Kind.VARIABLE:
      return `$${value.name.value}`;
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return String(value.value);
    case Kind.LIST:
      return `[${value.values.slice(0, 1).map(valueText)}]`;
    case Kind.INT:
    case Kind.FLOAT:
      return '0';
    default:
      return value.kind;
  }
}
