import { type ASTVisitor, type DirectiveNode, parse, print, visit } from 'graphql';

const GUARDS = ['authenticated', 'requiresScopes', 'policy'];

/** A supergraph without the directives that the stock gateway refuses to load. Subgraphs guard themselves. */
export function unguarded(sdl: string): string {
  const visitor: ASTVisitor = {
    Directive: (node) => (GUARDS.includes(node.name.value) || linksGuard(node) ? null : undefined),
    DirectiveDefinition: ({ name }) => (GUARDS.includes(name.value) ? null : undefined),
  };
  return print(visit(parse(sdl), visitor));
}

const linksGuard = ({ name, arguments: given = [] }: DirectiveNode): boolean =>
  name.value === 'link' &&
  given.some(
    ({ name: of, value }) =>
      of.value === 'url' &&
      value.kind === 'StringValue' &&
      GUARDS.some((guard) => value.value.includes(`/${guard}/`)),
  );
