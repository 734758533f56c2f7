import { concatAST, Kind, parse, print, separateOperations } from 'graphql';

/**
 * A document with those of the shared fragments that it uses, and no other. Throws an Error for what
 * cannot be parsed, and unless it has one operation.
 */
export function withFragments(text: string, shared: string): string {
  const own = parse(text);
  const names = own.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? ''] : [],
  );
  const [name] = names;
  if (name === undefined || names.length > 1) throw new Error('it must have one operation');
  if (shared === '') return text;
  const separate = separateOperations(concatAST([own, parse(shared)]))[name];
  return separate === undefined ? text : print(separate);
}
