import { parse } from 'graphql';

const spec = (name: string, ...versions: string[]) =>
  versions.map((version) => `https://specs.apollo.dev/${name}/${version}`);

/** Features for execution and security that this router honours. */
export const SUPPORTED_FEATURES: Set<string> = new Set([
  ...spec('core', 'v0.1', 'v0.2'),
  ...spec('join', 'v0.1', 'v0.2', 'v0.3', 'v0.4', 'v0.5'),
  ...spec('tag', 'v0.1', 'v0.2', 'v0.3'),
  ...spec('inaccessible', 'v0.1', 'v0.2'),
  ...spec('authenticated', 'v0.1'),
  ...spec('requiresScopes', 'v0.1'),
  ...spec('policy', 'v0.1'),
  ...spec('cost', 'v0.1'),
  ...spec('cacheTag', 'v0.1'),
]);

/** What cannot be served right is refused, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  context: '@context and @fromContext are not supported: their arguments would come out wrong',
  connect: 'connectors (@connect, @source) are not supported',
};

/** Security that is not understood must not be passed over, even where a link has no purpose. */
const ENFORCED = new Set(['authenticated', 'requiresScopes', 'policy']);

const JOIN = /^https:\/\/specs\.apollo\.dev\/join\//;

/** Why a supergraph is refused for what it links, or null. Throws for text that is no GraphQL. */
export function unsupportedFeature(sdl: string): string | null {
  const links = linksOf(sdl);
  if (!links.some((url) => JOIN.test(url))) {
    return 'This is no supergraph: nothing in it says which subgraph has what. Compose the subgraphs first.';
  }
  const reason = links.map(refusal).find((it) => it !== null);
  return reason === undefined ? null : `This supergraph cannot be served: ${reason}.`;
}

/** Every text that its `schema` is given, the addresses of features among them. */
const linksOf = (sdl: string): string[] =>
  parse(sdl, { noLocation: true })
    .definitions.filter(({ kind }) => kind === 'SchemaDefinition' || kind === 'SchemaExtension')
    .flatMap(({ directives = [] }) => directives.flatMap((it) => it.arguments ?? []))
    .flatMap(({ value }) => (value.kind === 'StringValue' ? [value.value] : []));

function refusal(url: string): string | null {
  const name = /^https:\/\/specs\.apollo\.dev\/(\w+)\/v/.exec(url)?.[1];
  if (name === undefined) return null;
  if (ENFORCED.has(name) && !SUPPORTED_FEATURES.has(url)) {
    return `${url} is not a version that this router enforces`;
  }
  return REFUSED[name] ?? null;
}
