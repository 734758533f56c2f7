import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const names = readdirSync('subgraphs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`subgraphs/${entry.name}/schema.graphql`))
  .map((entry) => entry.name);

/** A subgraph's mappers.ts exports `<Type>Mapper` for each type whose resolvers get a row. */
function mappers(name: string): Record<string, string> {
  const file = `subgraphs/${name}/src/graphql/mappers.ts`;
  if (!existsSync(file)) return {};
  const types = readFileSync(file, 'utf8').matchAll(/^export type (\w+)Mapper\b/gm);
  return Object.fromEntries([...types].map(([, type]) => [type, `./mappers.ts#${type}Mapper`]));
}

/** Resolver types for every subgraph, from its hand-written schema. */
const config: CodegenConfig = {
  generates: Object.fromEntries(
    names.map((name) => [
      `subgraphs/${name}/src/graphql/generated.ts`,
      {
        schema: `subgraphs/${name}/schema.graphql`,
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          contextType: './context.ts#Context',
          mappers: mappers(name),
          enumsAsTypes: true,
          useTypeImports: true,
          importExtension: '.ts',
          scalars: { DateTime: { input: 'string', output: 'Date | string' } },
        },
      },
    ]),
  ),
};

export default config;
