import { ConfigError } from '@souk/platform/config';
import type { Config } from '../config.ts';
import type { Generations } from '../generation/generations.ts';
import { openSupergraph } from '../generation/open-supergraph.ts';
import { pathOf } from './contracts-env.ts';

/** A part of the graph with a path of its own. */
export type ContractDoor = {
  readonly name: string;
  readonly path: string;
  readonly supergraph: Generations;
  readonly trustedDocumentsFile: string | undefined;
};

type Options = Parameters<typeof openSupergraph>[1];
type Opened = Awaited<ReturnType<typeof openSupergraph>>;

/**
 * Reads the supergraph of each contract, and follows it where that of the whole graph is followed.
 * Throws where one cannot be served, and ConfigError for one that has no place to come from.
 */
export async function openContracts(
  config: Config,
  options: Options,
  metricsOf: (contract: string) => Options['metrics'],
): Promise<{ doors: readonly ContractDoor[]; follow: () => ReturnType<Opened['follow']>[] }> {
  const opened = await Promise.all(
    Object.entries(config.CONTRACTS).map(async ([name, { path, file, trustedDocumentsFile }]) => {
      const log = options.log.child({ contract: name });
      const source = await openSupergraph(sourceOf(config, name, file), {
        ...options,
        ...{ log, metrics: metricsOf(name) },
      });
      const door = { name, path: path ?? pathOf(name), trustedDocumentsFile };
      return { source, door: { ...door, supergraph: source.supergraph } };
    }),
  );
  return {
    doors: opened.map(({ door }) => door),
    follow: () => opened.map(({ source }) => source.follow()),
  };
}

function sourceOf(config: Config, name: string, file: string | undefined): Config {
  const { SUPERGRAPH_REGISTRY: registry, SUPERGRAPH_CACHE_FILE: kept } = config;
  const { SUPERGRAPH_URL: _, ...others } = config;
  if (file !== undefined) {
    return { ...others, SUPERGRAPH_FILE: file, SUPERGRAPH_REGISTRY: undefined };
  }
  if (registry === undefined) {
    throw new ConfigError(
      `contracts.${name} needs a file, for there is no registry to take it from.`,
    );
  }
  return {
    ...others,
    SUPERGRAPH_FILE: undefined,
    SUPERGRAPH_CONTRACT: name,
    ...(kept !== undefined && { SUPERGRAPH_CACHE_FILE: `${kept}.${name}` }),
  };
}
