import type { Schema } from '@apollo/federation-internals';
import type { DirectiveNames } from './atoms.ts';

const SPECS = 'https://specs.apollo.dev/';

/**
 * The names of the authorization directives in a supergraph, however its `@link`s rename them: by
 * `as:`, by an import's `as:`, or by their specification's name as prefix.
 */
export function directiveNames(schema: Schema): DirectiveNames {
  const nameOf = (directive: string): string | null =>
    schema.coreFeatures?.getByIdentity(`${SPECS}${directive}`)?.directiveNameInSchema(directive) ??
    null;
  return {
    authenticated: nameOf('authenticated'),
    requiresScopes: nameOf('requiresScopes'),
    policy: nameOf('policy'),
  };
}
