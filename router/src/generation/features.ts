import { parse } from 'graphql';

const spec = (name: string, ...versions: string[]) =>
  versions.map((version) => `https://specs.apollo.dev/${name}/${version}`);

/** Features for execution and security that this router honours. */
export const SUPPORTED_FEATURES: Set<string> = new Set([
  ...spec('core', 'v0.1', 'v0.2'),
  ...spec('join', 'v0.1', 'v0.2', 'v0.3', 'v0.4', 'v0.5'),
  ...spec('tag', 'v0.1', 'v0.2', 'v0.3'),
  ...spec('inaccessible', 'v0.1', 'v0.2'),
  ...spec('cost', 'v0.1'),
  ...spec('cacheTag', 'v0.1'),
]);

/** What cannot be served right is refused, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  context: '@context and @fromContext are not supported: their arguments would come out wrong',
  connect: 'connectors (@connect, @source) are not supported',
  authenticated: '@authenticated is not enforced by this router',
  requiresScopes: '@requiresScopes is not enforced by this router',
  policy: '@policy is not enforced by this router',
};

/** Why a supergraph is refused for what it links, or null. Throws for text that is no GraphQL. */
export function unsupportedFeature(sdl: string): string | null {
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind !== 'SchemaDefinition' && definition.kind !== 'SchemaExtension') continue;
    for (const directive of definition.directives ?? []) {
      for (const { value } of directive.arguments ?? []) {
        if (value.kind !== 'StringValue') continue;
        const name = /^https:\/\/specs\.apollo\.dev\/(\w+)\/v/.exec(value.value)?.[1];
        const reason = name === undefined ? undefined : REFUSED[name];
        if (reason !== undefined) return `This supergraph cannot be served: ${reason}.`;
      }
    }
  }
  return null;
}
