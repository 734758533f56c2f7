import type { Logger } from '@souk/platform/log';
import { followDirectory } from '../registry/follow-directory.ts';
import { registryAddress } from '../registry/registry-address.ts';
import { followFile } from './follow-file.ts';
import type { GenerationOptions } from './generation.ts';
import { type Generations, generations } from './generations.ts';
import { type OpenSupergraph, polledSupergraph } from './polled-supergraph.ts';
import type { SupergraphConfig } from './supergraph-env.ts';
import { readSupergraph } from './supergraph-file.ts';
import type { SupergraphMetrics } from './supergraph-metrics.ts';
import type { SupergraphSource } from './supergraph-source.ts';
import { supergraphAt } from './supergraph-url.ts';

type Options = GenerationOptions & { log: Logger; metrics: SupergraphMetrics };

/** Reads the supergraph from where the configuration says. Throws where none can be served. */
export async function openSupergraph(
  config: SupergraphConfig,
  options: Options,
): Promise<OpenSupergraph> {
  const { SUPERGRAPH_URL: url, SUPERGRAPH_REGISTRY: registry, SUPERGRAPH_FILE: file } = config;
  if (url !== undefined) {
    const source = { ask: supergraphAt(url, config), close: async () => {} };
    return polledSupergraph(source, config, options);
  }
  if (registry !== undefined) {
    return polledSupergraph(await fromRegistry(registry, config), config, options);
  }
  if (file === undefined) {
    throw new Error('SUPERGRAPH_FILE, SUPERGRAPH_URL or SUPERGRAPH_REGISTRY is needed.');
  }
  return fromFile(file, options);
}

async function fromRegistry(text: string, config: SupergraphConfig): Promise<SupergraphSource> {
  const { SUPERGRAPH_VARIANT: variant, SUPERGRAPH_CONTRACT: contract } = config;
  const asked = { variant, contract };
  const address = registryAddress(text);
  if (address.kind === 'directory') return followDirectory(address.directory, asked);
  // Its client is loaded only where it is used.
  const { followPostgres } = await import('../registry/follow-postgres.ts');
  return followPostgres(address.url, asked, config.SUPERGRAPH_TIMEOUT_MS);
}

function fromFile(file: string, options: Options): OpenSupergraph {
  const whenChanged = followFile(file);
  const supergraph = servedFrom(file, options);
  // Half-written files are offered, too: the next change of the file brings the rest.
  const offer = () => {
    try {
      void supergraph.offer(readSupergraph(file));
    } catch (error) {
      options.log.error({ reason: (error as Error).message }, 'supergraph refused');
    }
  };
  return { supergraph, follow: () => whenChanged(offer) };
}

function servedFrom(file: string, options: Options): Generations {
  const sdl = readSupergraph(file);
  try {
    return generations(sdl, options);
  } catch (cause) {
    throw new Error(`The supergraph file ${file} cannot be served. ${(cause as Error).message}`, {
      cause,
    });
  }
}
