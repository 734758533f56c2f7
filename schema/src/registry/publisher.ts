import type { Io, Values } from '../command.ts';
import { gitUser } from '../source/git-user.ts';

export const PUBLISHER_OPTIONS = {
  by: { type: 'string' },
  message: { type: 'string', default: '' },
} as const;

export const PUBLISHER_USAGE = `  --by NAME           who does it                     (default: user.name of git)
  --message TEXT      why; stands in the history`;

/** Who moves a pointer, when and why. */
export function publisher({ by, message }: Values, io: Io, now: Date) {
  return {
    by: typeof by === 'string' ? by : (gitUser(io.cwd) ?? 'unknown'),
    at: now.toISOString(),
    message: typeof message === 'string' ? message : '',
  };
}
