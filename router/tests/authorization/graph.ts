import { Supergraph } from '@apollo/federation-internals';
import type { Viewer } from '@souk/platform/identity';
import { parse, print } from 'graphql';
import { authorization } from '../../src/authorization/authorization.ts';
import { directiveNames } from '../../src/authorization/directive-names.ts';
import type { AuthorizationOptions } from '../../src/authorization/options.ts';
import { SUPPORTED_FEATURES } from '../../src/generation/features.ts';
import { composed } from '../graph/start.ts';

const AUTH = '"@authenticated", "@requiresScopes", "@policy"';

/** The links that a subgraph with authorization directives needs. */
export const link = (imports = AUTH) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}, "@key", "@shareable"])`;

export const guest = null;

export const viewer = (scope = '', claims: Record<string, unknown> = {}): Viewer => ({
  id: 'me',
  roles: [],
  scopes: new Set(scope.split(' ')),
  sessionId: null,
  claims,
});

/** The authorization of subgraphs composed by Apollo's composition. */
export function authorizationOf(
  sdls: readonly string[] | string,
  options: AuthorizationOptions = {},
) {
  const subgraphs = [sdls].flat().map((sdl, i) => ({ name: `s${i}`, url: 'http://s', sdl }));
  return supergraphAuthorization(
    composed(subgraphs as unknown as Parameters<typeof composed>[0]),
    options,
  );
}

export function supergraphAuthorization(sdl: string, options: AuthorizationOptions = {}) {
  const supergraph = Supergraph.build(sdl, {
    supportedFeatures: SUPPORTED_FEATURES,
    validateSupergraph: true,
  });
  const schema = supergraph.schema.toGraphQLJSSchema();
  const { prepare } = authorization(schema, directiveNames(supergraph.schema), options);
  return (query: string, as: Viewer | null) => {
    const document = parse(query);
    const authorize = prepare(document, undefined);
    const variant = authorize(as);
    return {
      ...variant,
      isWhole: variant.filtered === document,
      touchesRules: authorize.touchesRules,
      left: variant.filtered && oneLine(print(variant.filtered)),
    };
  };
}

export const oneLine = (query: string) => query.replace(/\s+/g, ' ').trim();
