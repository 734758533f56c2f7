import type { Database } from '@souk/platform/database';
import { OUTBOX_CHANNEL } from '@souk/platform/outbox';

/**
 * Wakes the relay once for all commits since it was woken last. Not in the transactions themselves:
 * PostgreSQL has those that notify commit one after the other.
 */
export function relayWaker({ sql }: Pick<Database, 'sql'>): () => void {
  let isWaking = false;
  let again = false;
  const wake = () => {
    again = isWaking;
    if (isWaking) return;
    isWaking = true;
    sql
      .notify(OUTBOX_CHANNEL, '')
      .catch(() => {})
      .finally(() => {
        isWaking = false;
        if (again) wake();
      });
  };
  return wake;
}
