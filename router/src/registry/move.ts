import { createHash } from 'node:crypto';
import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `production`, `staging`, `shop.production`: also the name of a folder. */
export const VARIANT = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** A variant that was pointed at a release; the one with the highest sequence holds. */
export const Move = z.object({
  sequence: z.int().positive(),
  /** Hash of the release. */
  release: Hash,
  /** Hash of its supergraph. */
  supergraph: Hash,
  /** Hashes of the supergraphs of its contracts, by their names. */
  contracts: z.record(z.string(), Hash).default({}),
  kind: z.enum(['publish', 'rollback']),
  at: z.iso.datetime(),
  by: z.string(),
  message: z.string().default(''),
});
export type Move = z.output<typeof Move>;

/** Every text is known by its SHA-256, in hexadecimal digits. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a registry holds is not what it should be; the message names no address. */
export class RegistryFault extends Error {
  override readonly name = 'RegistryFault';
}

/** The text, if it is what the hash says. Throws RegistryFault for one that was altered. */
export function verified(text: string, hash: string): string {
  if (hashOf(text) === hash) return text;
  throw new RegistryFault(`the text ${hash.slice(0, 12)} in the registry is not what it was`);
}
