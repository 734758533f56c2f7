import type { Supergraph } from '@apollo/federation-internals';
import type { Atom } from '@souk/router/authorization/atoms';
import { directiveNames } from '@souk/router/authorization/directive-names';
import { implies } from '@souk/router/authorization/implies';
import { type Rules, readRules } from '@souk/router/authorization/rules';

/** What a supergraph asks of who selects its parts, by the rules that the router enforces. */
export const demandsOf = (supergraph: Supergraph): Rules =>
  readRules(supergraph.schema.toGraphQLJSSchema(), directiveNames(supergraph.schema));

/** Whether nobody who satisfies the given demands fails the others; conservative: no where unsure. */
export function askAsMuch(given: readonly Atom[], others: readonly Atom[]): boolean {
  const known = new Map(given.map((atom) => [keyOf(atom), atom]));
  const unmet = others.filter((atom) => !known.has(keyOf(atom)));
  return unmet.length === 0 || implies([...known.values()], unmet);
}

/** In words: `a sign-in and scope (a + b or c)`. */
export function inWords(atoms: readonly Atom[]): string {
  const words = [...new Set(atoms.map(told))];
  return words.length === 0 ? 'nothing' : words.join(' and ');
}

function told(atom: Atom): string {
  if (atom.kind === 'authenticated') return 'a sign-in';
  const word = atom.kind === 'scopes' ? 'scope' : 'policy';
  const [only, ...more] = atom.anyOf;
  if (only === undefined) return `a ${word} that nobody has`;
  const all = atom.anyOf.map((names) => names.join(' + '));
  return `${word} ${more.length === 0 ? all[0] : `(${all.join(' or ')})`}`;
}

/** The order of names and alternatives says nothing. */
function keyOf(atom: Atom): string {
  if (atom.kind === 'authenticated') return atom.kind;
  const anyOf = atom.anyOf.map((names) => JSON.stringify([...new Set(names)].sort()));
  return `${atom.kind} ${[...new Set(anyOf)].sort().join()}`;
}
