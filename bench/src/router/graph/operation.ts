import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { FIELDS, isSmall, represented, root, type Thing, type Value } from './world.ts';

type Variables = Readonly<Record<string, unknown>>;
type Write = (of: Thing, variables: Variables) => string;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** An operation of a subgraph, read once: variables in, the JSON text of the answer out. */
export type Answer = (variables: Variables) => string;

/**
 * Compiles an operation as routers send it: any aliases, arguments, fragments, and any number of
 * `_entities` fields. Throws for directives, which no router has a reason to send here.
 */
export function compileOperation(text: string): Answer {
  const { definitions } = parse(text, { noLocation: true });
  const fragments: Fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const write = writer([operation.selectionSet], fragments);
  return (variables) => `{"data":${write(root, variables)}}`;
}

/** Writes an object by its type: each type's fields are collected when it is first met. */
function writer(selections: readonly SelectionSetNode[], fragments: Fragments): Write {
  const byType = new Map<string, Write>();
  return (of, variables) => {
    let write = byType.get(of.type);
    if (write === undefined) {
      write = kept(typeWriter(of.type, selections, fragments));
      byType.set(of.type, write);
    }
    return write(of, variables);
  };
}

/** Keeps what was written for the few things of the small shop, by all that it may depend on. */
function kept(write: Write): Write {
  const texts = new Map<string, string>();
  return (of, variables) => {
    if (!isSmall(of) || of.type === 'Query') return write(of, variables);
    const { representations: _, ...rest } = variables;
    const key = `${of.number} ${of.sent.price} ${of.sent.weight} ${JSON.stringify(rest)}`;
    let text = texts.get(key);
    if (text === undefined) {
      text = write(of, variables);
      if (texts.size < 1_000) texts.set(key, text);
    }
    return text;
  };
}

function typeWriter(
  type: string,
  selections: readonly SelectionSetNode[],
  fragments: Fragments,
): Write {
  const collected = new Map<string, FieldNode[]>();
  for (const selection of selections) collect(type, selection, fragments, collected);
  const fields = [...collected].map(
    ([key, nodes]) => [`${JSON.stringify(key)}:`, fieldWriter(type, nodes, fragments)] as const,
  );
  return (of, variables) => {
    let text = '{';
    for (const [key, write] of fields) {
      text += (text.length > 1 ? ',' : '') + key + write(of, variables);
    }
    return `${text}}`;
  };
}

function collect(
  type: string,
  { selections }: SelectionSetNode,
  fragments: Fragments,
  into: Map<string, FieldNode[]>,
): void {
  for (const selection of selections) {
    if (selection.directives?.length) throw new Error('a directive');
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      into.set(key, [...(into.get(key) ?? []), selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined) throw new Error('an unknown fragment');
    const on = fragment.typeCondition?.name.value;
    if (on === undefined || on === type || on === '_Entity') {
      collect(type, fragment.selectionSet, fragments, into);
    }
  }
}

function fieldWriter(type: string, nodes: readonly FieldNode[], fragments: Fragments): Write {
  const [{ name: { value: name } = { value: '' }, arguments: given = [] } = {}] = nodes;
  if (name === '__typename') return ({ type: itself }) => JSON.stringify(itself);
  const inner = writer(
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    fragments,
  );
  const argumentsOf = (variables: Variables): Record<string, unknown> =>
    Object.fromEntries(
      given.map((argument) => [
        argument.name.value,
        valueFromASTUntyped(argument.value, variables as Record<string, unknown>),
      ]),
    );
  if (name === '_entities') {
    return (_, variables) => {
      const { representations } = argumentsOf(variables);
      const things = (representations as Record<string, unknown>[]).map(represented);
      return `[${things.map((thing) => inner(thing, variables)).join(',')}]`;
    };
  }
  const read = FIELDS[`${type}.${name}`];
  if (read === undefined) throw new Error(`no field ${type}.${name}`);
  return (of, variables) => text(read(of, argumentsOf(variables)), inner, variables);
}

function text(value: Value, inner: Write, variables: Variables): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (!('type' in value)) return `[${value.map((each) => inner(each, variables)).join(',')}]`;
  return inner(value, variables);
}
