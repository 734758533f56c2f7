import type { Viewer } from '@souk/platform/identity';
import { type ConstDirectiveNode, type GraphQLSchema, getDirectiveValues } from 'graphql';

/** Alternatives, of each of which all names are needed: an OR of ANDs. */
export type Alternatives = readonly (readonly string[])[];

/** One application of an authorization directive, equal ones told once per generation. */
export type Atom =
  | { readonly index: number; readonly kind: 'authenticated' }
  | { readonly index: number; readonly kind: 'scopes' | 'policies'; readonly anyOf: Alternatives };

/** The names that the three directives have in a supergraph; null where it does not link them. */
export type DirectiveNames = {
  readonly authenticated: string | null;
  readonly requiresScopes: string | null;
  readonly policy: string | null;
};

/**
 * Which of the names a viewer's request is granted. Called for each request of an operation that
 * touches policies, so it must not wait: what has to be asked elsewhere belongs in the token or in
 * what is kept of the viewer. Names left out are refused.
 */
export type Policies = (viewer: Viewer | null, names: readonly string[]) => ReadonlySet<string>;

/** Whether an atom holds for a viewer. Without alternatives nobody is let in. */
export function holds(atom: Atom, viewer: Viewer | null, policies: Policies): boolean {
  if (atom.kind === 'authenticated') return viewer !== null;
  if (atom.kind === 'scopes') {
    return viewer !== null && satisfies(atom.anyOf, viewer.scopes);
  }
  return satisfies(atom.anyOf, policies(viewer, atom.anyOf.flat()));
}

const satisfies = (anyOf: Alternatives, granted: ReadonlySet<string>): boolean =>
  anyOf.some((allOf) => allOf.every((name) => granted.has(name)));

/** Finds the atoms in applied directives. */
export function atomReader(schema: GraphQLSchema, names: DirectiveNames) {
  const known = new Map<string, Atom>();
  const intern = (kind: Atom['kind'], anyOf: Alternatives): Atom => {
    const key = `${kind} ${JSON.stringify(anyOf)}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    const index = known.size;
    const atom: Atom =
      kind === 'authenticated' ? { index, kind } : { index, kind, anyOf: anyOf.map((a) => [...a]) };
    known.set(key, atom);
    return atom;
  };
  const alternatives = (node: ConstDirectiveNode, argument: string): Alternatives => {
    const directive = schema.getDirective(node.name.value);
    const values = directive ? getDirectiveValues(directive, { directives: [node] }) : undefined;
    return (values?.[argument] ?? []) as Alternatives;
  };

  /** Throws GraphQLError for arguments that are not of the directive's type. */
  const atomsOf = (directives: readonly ConstDirectiveNode[] | undefined): Atom[] =>
    (directives ?? []).flatMap((node) => {
      const name = node.name.value;
      if (name === names.authenticated) return [intern('authenticated', [])];
      if (name === names.requiresScopes) return [intern('scopes', alternatives(node, 'scopes'))];
      if (name === names.policy) return [intern('policies', alternatives(node, 'policies'))];
      return [];
    });
  return { atomsOf, all: () => [...known.values()] };
}
