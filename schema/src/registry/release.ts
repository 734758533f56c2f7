import { RegistryFault } from '@souk/router/registry/move';
import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Where a subgraph comes from. */
const Subgraph = z.strictObject({
  name: z.string(),
  routing_url: z.string(),
  /** Path of its schema, relative to the root of the repository. */
  file: z.string(),
  /** Hash of its schema. */
  schema: Hash,
  /** Of the nearest package.json that has one. */
  version: z.string().nullable(),
  /** The last commit that touched its folder. */
  commit: z.string().nullable(),
  /** Whether its folder held what no commit has. */
  dirty: z.boolean(),
});
export type ReleasedSubgraph = z.output<typeof Subgraph>;

const Release = z.strictObject({
  format: z.literal(1),
  supergraph: Hash,
  api: Hash,
  /** The supergraph and the API schema of each contract. */
  contracts: z.record(z.string(), z.strictObject({ supergraph: Hash, api: Hash })),
  subgraphs: z.array(Subgraph),
  /** What else a check compares, path by path: event schemas, protos, routes. */
  files: z.record(z.string(), Hash),
});
/** What was published: texts by their SHA-256, and where they come from. */
export type Release = z.output<typeof Release>;

/** Its hash is that of this text: the same content always gives the same release. */
export const writeRelease = (release: Release): string =>
  `${JSON.stringify(
    {
      ...release,
      contracts: sorted(release.contracts),
      subgraphs: release.subgraphs.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      files: sorted(release.files),
    },
    null,
    2,
  )}\n`;

/** Throws RegistryFault for a text that is no release, or one of another format. */
export function readRelease(text: string): Release {
  try {
    return Release.parse(JSON.parse(text));
  } catch {
    throw new RegistryFault('a release in the registry is of a format that is not known here');
  }
}

/** The hashes of all that a release is made of. */
export const textsOf = ({ supergraph, api, contracts, subgraphs, files }: Release): string[] => [
  supergraph,
  api,
  ...Object.values(contracts).flatMap((contract) => [contract.supergraph, contract.api]),
  ...subgraphs.map(({ schema }) => schema),
  ...Object.values(files),
];

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
