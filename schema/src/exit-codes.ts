/** What a command says to the shell. */
export const EXIT = {
  /** Everything asked for is done, every check passed. */
  passed: 0,
  /** A check failed. */
  failed: 1,
  /** The command line or a configuration file cannot be used. */
  misused: 2,
  /** A fault of this program. */
  internal: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command line or a configuration that cannot be used; the message names it and says why. */
export class Misuse extends Error {
  override readonly name: string = 'Misuse';
}
