import type { Polled } from '../generation/supergraph-url.ts';
import { type Move, RegistryFault } from './move.ts';

/** What of a registry is followed: a variant, or a contract of it. */
export type Followed = { readonly variant: string; readonly contract: string | undefined };

/**
 * Asks a registry for the supergraph that a variant points at. Throws an Error that says why there
 * is none; what a driver or the disk says is left out, as it can name addresses.
 */
export function followed(
  { variant, contract }: Followed,
  registry: {
    /** The newest move, or null. */
    latest: () => Promise<Move | null>;
    /** The text of a hash, verified. */
    text: (hash: string) => Promise<string>;
  },
): (signal: AbortSignal) => Promise<Polled> {
  let known: string | null = null;
  return async () => {
    try {
      const move = await registry.latest();
      if (move === null) throw new Error(`the source has no variant ${variant}`);
      const hash = contract === undefined ? move.supergraph : move.contracts[contract];
      if (hash === undefined) throw new Error(`the source has no contract ${contract}`);
      if (hash === known) return 'unchanged';
      const sdl = await registry.text(hash);
      known = hash;
      return { sdl };
    } catch (error) {
      const { message, code, name } = error as NodeJS.ErrnoException;
      if (error instanceof RegistryFault || message.startsWith('the source ')) throw error;
      throw new Error(`the source cannot be read (${code ?? name})`);
    }
  };
}
