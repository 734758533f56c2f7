import type { Logger } from '@souk/platform/log';
import type { GenerationOptions } from './generation.ts';
import { type Generations, generations } from './generations.ts';
import { keepSupergraph, keptSupergraph } from './supergraph-cache.ts';
import type { SupergraphConfig } from './supergraph-env.ts';
import type { SupergraphMetrics } from './supergraph-metrics.ts';
import type { SupergraphSource } from './supergraph-source.ts';
import { pollRepeatedly } from './supergraph-url.ts';

export type OpenSupergraph = {
  readonly supergraph: Generations;
  /** Follows its source from now on. */
  readonly follow: () => { close: () => void };
};

type Options = GenerationOptions & { log: Logger; metrics: SupergraphMetrics };

/**
 * The supergraph of a source that may be away. Throws where there is none to start with, neither
 * from the source nor from disk.
 */
export async function polledSupergraph(
  source: SupergraphSource,
  config: SupergraphConfig,
  options: Options,
): Promise<OpenSupergraph> {
  const { log, metrics } = options;
  const { SUPERGRAPH_CACHE_FILE: cacheFile } = config;

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
      const polled = await source.ask(new AbortController().signal);
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
    if (kept === null) {
      await source.close();
      throw new Error(`No supergraph to start with: ${reason}.`);
    }
    const supergraph = generations(kept, options);
    metrics.fromDisk(true);
    log.warn({ reason, generation: supergraph.current().id }, 'supergraph from disk serves');
    return supergraph;
  }

  const supergraph = await first();

  async function poll(signal: AbortSignal): Promise<boolean> {
    try {
      const polled = await source.ask(signal);
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

  function follow() {
    const polls = pollRepeatedly(poll, {
      pollMs: config.SUPERGRAPH_POLL_MS,
      maxPollMs: config.SUPERGRAPH_MAX_POLL_MS,
      random: Math.random,
    });
    const news = source.onNews?.(polls.now);
    return {
      close: () => {
        news?.close();
        polls.close();
        void source.close();
      },
    };
  }
  return { supergraph, follow };
}
