import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

const SPECS = 'https://specs.apollo.dev/';

/**
 * What a supergraph calls a directive of Apollo's specifications, however its `@link` renames it;
 * null where it is not linked. Source: the link specification, v1.0.
 */
export function linkedDirective(supergraph: DocumentNode, spec: string): string | null {
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const link of definition.directives ?? []) {
      if (textOf(link, 'url')?.startsWith(`${SPECS}${spec}/`) !== true) continue;
      return imported(link, `@${spec}`) ?? textOf(link, 'as') ?? spec;
    }
  }
  return null;
}

const argumentOf = ({ arguments: given }: ConstDirectiveNode, name: string) =>
  given?.find((each) => each.name.value === name)?.value;

function textOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function imported(link: ConstDirectiveNode, name: string): string | undefined {
  const imports = argumentOf(link, 'import');
  if (imports?.kind !== Kind.LIST) return undefined;
  for (const each of imports.values) {
    if (each.kind !== Kind.OBJECT) continue;
    const part = (key: string) => each.fields.find((field) => field.name.value === key)?.value;
    const [from, to] = [part('name'), part('as')];
    if (from?.kind === Kind.STRING && from.value === name && to?.kind === Kind.STRING) {
      return to.value.replace('@', '');
    }
  }
  return undefined;
}
