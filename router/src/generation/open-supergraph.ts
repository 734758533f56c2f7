import type { Logger } from '@souk/platform/log';
import { followFile } from './follow-file.ts';
import type { GenerationOptions } from './generation.ts';
import { type Generations, generations } from './generations.ts';
import { keepSupergraph, keptSupergraph } from './supergraph-cache.ts';
import type { SupergraphConfig } from './supergraph-env.ts';
import { readSupergraph } from './supergraph-file.ts';
import type { SupergraphMetrics } from './supergraph-metrics.ts';
import { pollRepeatedly, supergraphAt } from './supergraph-url.ts';

export type OpenSupergraph = {
  readonly supergraph: Generations;
  /** Follows its source from now on. */
  readonly follow: () => { close: () => void };
};

type Options = GenerationOptions & { log: Logger; metrics: SupergraphMetrics };

/** Reads the supergraph from where the configuration says. Throws where none can be served. */
export async function openSupergraph(
  config: SupergraphConfig,
  options: Options,
): Promise<OpenSupergraph> {
  const { SUPERGRAPH_URL: url, SUPERGRAPH_FILE: file } = config;
  if (url !== undefined) return fromUrl(url, config, options);
  if (file === undefined) throw new Error('SUPERGRAPH_FILE or SUPERGRAPH_URL is needed.');
  return fromFile(file, options);
}

function fromFile(file: string, options: Options): OpenSupergraph {
  const whenChanged = followFile(file);
  const supergraph = generations(readSupergraph(file), options);
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

async function fromUrl(
  url: string,
  config: SupergraphConfig,
  options: Options,
): Promise<OpenSupergraph> {
  const { log, metrics } = options;
  const { SUPERGRAPH_CACHE_FILE: cacheFile } = config;
  const ask = supergraphAt(url, config);

  function keep(sdl: string): void {
    metrics.fromDisk(false);
    if (cacheFile === undefined) return;
    try {
      keepSupergraph(cacheFile, sdl);
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'supergraph could not be kept on disk');
    }
  }

  async function first(): Promise<Generations> {
    let reason: string;
    try {
      const polled = await ask(new AbortController().signal);
      if (polled === 'unchanged') throw new Error('the source has nothing');
      const supergraph = generations(polled.sdl, options);
      metrics.polled('changed');
      keep(polled.sdl);
      return supergraph;
    } catch (error) {
      reason = (error as Error).message;
      metrics.polled('failed');
    }
    const kept = cacheFile === undefined ? null : keptSupergraph(cacheFile);
    if (kept === null) throw new Error(`No supergraph to start with: ${reason}.`);
    const supergraph = generations(kept, options);
    metrics.fromDisk(true);
    log.warn({ reason, generation: supergraph.current().id }, 'supergraph from disk serves');
    return supergraph;
  }

  const supergraph = await first();

  async function poll(signal: AbortSignal): Promise<boolean> {
    try {
      const polled = await ask(signal);
      if (polled === 'unchanged' || polled.sdl === supergraph.current().sdl) {
        metrics.polled('unchanged');
        if (polled !== 'unchanged') keep(polled.sdl);
        return true;
      }
      const isGood = await supergraph.offer(polled.sdl);
      metrics.polled(isGood ? 'changed' : 'refused');
      if (isGood) keep(polled.sdl);
      return true;
    } catch (error) {
      if (signal.aborted) return true;
      metrics.polled('failed');
      const { message: reason } = error as Error;
      log.error({ reason, serving: supergraph.current().id }, 'supergraph could not be polled');
      return false;
    }
  }

  const follow = () =>
    pollRepeatedly(poll, {
      pollMs: config.SUPERGRAPH_POLL_MS,
      maxPollMs: config.SUPERGRAPH_MAX_POLL_MS,
      random: Math.random,
    });
  return { supergraph, follow };
}
