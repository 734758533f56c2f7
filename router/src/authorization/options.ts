import type { Policies } from './atoms.ts';

export type AuthorizationOptions = {
  /** Which policies a request is granted; by default those of the token's claim `policies`. */
  readonly policies?: Policies;
  /** Where refusals are told: in the answer's errors, in its extensions, or nowhere. */
  readonly response?: 'errors' | 'extensions' | 'disabled';
  /** Refuses the whole request where a part of it is refused. */
  readonly rejectUnauthorized?: boolean;
  /** Filters nothing, and tells what would be filtered. */
  readonly dryRun?: boolean;
  /** Told of every request of which a part is refused. */
  readonly onRefused?: (paths: readonly string[]) => void;
};
