import type { Move } from '@souk/router/registry/move';

/** What a publisher says of a move; the store adds its sequence. */
export type NewMove = Omit<Move, 'sequence'>;

/**
 * Texts that are known by their hashes, and for each variant the moves of its pointer. Moves and
 * texts are never changed, only added and, by `prune`, dropped.
 */
export type RegistryStore = {
  /** What people call it; holds no password. */
  name: string;
  /** Sorted. */
  variants: () => Promise<string[]>;
  /** The newest first; the first one holds. Empty where there is no such variant. */
  moves: (variant: string, limit?: number) => Promise<Move[]>;
  /** Throws RegistryFault for one that is missing or was altered. */
  texts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /**
   * Keeps the texts, then points the variant at the release. Whoever is last wins, unless `expect`
   * is given, the release (null: none) that has to hold: throws MovedMeanwhile where it does not.
   */
  move: (
    variant: string,
    move: NewMove,
    texts: readonly string[],
    expect?: string | null,
  ) => Promise<Move>;
  /**
   * Drops all but the newest `keep` moves of each variant, and the texts that no move left needs.
   * Texts younger than `graceMs` stay, because somebody may be about to point at them.
   */
  prune: (options: { keep: number; graceMs: number }) => Promise<{ moves: number; texts: number }>;
  close: () => Promise<void>;
};

/** The pointer is not where the publisher believed it to be. */
export class MovedMeanwhile extends Error {
  override readonly name = 'MovedMeanwhile';
}

/** Throws MovedMeanwhile unless the release that holds is the one expected. */
export function expectRelease(
  variant: string,
  held: Move | undefined,
  expect: string | null | undefined,
): void {
  if (expect === undefined || (held?.release ?? null) === expect) return;
  const short = (release: string | null | undefined) => release?.slice(0, 12) ?? 'nothing';
  throw new MovedMeanwhile(
    `${variant} points at ${short(held?.release)}, not at ${short(expect)}: somebody was faster.`,
  );
}
