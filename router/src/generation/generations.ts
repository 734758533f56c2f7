import type { Logger } from '@souk/platform/log';
import { type GraphQLSchema, validate } from 'graphql';
import { buildGeneration, type Generation, type GenerationOptions } from './generation.ts';

/** The generation that serves, and those that requests in flight still run on. */
export type Generations = {
  current: () => Generation;
  /** The generation of the schema that a request was validated against. */
  of: (api: GraphQLSchema) => Generation;
  /** Told of every generation from now on, before it serves. */
  onNext: (listener: (next: Generation) => void) => () => void;
  /** Builds, warms and swaps. A supergraph that cannot be served is logged and refused: false. */
  offer: (sdl: string) => Promise<boolean>;
};

const WARMED_OPERATIONS = 200;

/** Starts with a supergraph that must be good; throws why it is not. */
export function generations(
  sdl: string,
  options: GenerationOptions & { log: Logger },
): Generations {
  const { log } = options;
  const bySchema = new WeakMap<GraphQLSchema, Generation>();
  const listeners = new Set<(next: Generation) => void>();
  let current = buildGeneration(sdl, options);
  let lastOffer = 0;
  bySchema.set(current.api, current);

  async function offer(nextSdl: string): Promise<boolean> {
    const mine = ++lastOffer;
    if (nextSdl === current.sdl) return true;
    try {
      const next = buildGeneration(nextSdl, options);
      const warmed = await warm(next, current);
      if (mine !== lastOffer) return false;
      bySchema.set(next.api, next);
      for (const listener of listeners) listener(next);
      log.info({ from: current.id, to: next.id, warmed }, 'supergraph swapped');
      current = next;
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ reason, serving: current.id }, 'supergraph refused, the last good one serves on');
      return false;
    }
  }

  return {
    current: () => current,
    of: (api) => bySchema.get(api) ?? current,
    onNext: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offer,
  };
}

/** Plans the operations in use that are still valid, a turn of the event loop for each. */
async function warm(next: Generation, previous: Generation): Promise<number> {
  let warmed = 0;
  for (const source of previous.inUse(WARMED_OPERATIONS).toReversed()) {
    await new Promise(setImmediate);
    if (validate(next.api, source.document).length > 0) continue;
    try {
      next.compile(source);
      warmed++;
    } catch {
      // It fails again, with its reason, when a client asks for it.
    }
  }
  return warmed;
}
