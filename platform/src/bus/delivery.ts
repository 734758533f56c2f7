import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, codes } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type Message, ONLY_GROUP, type Subscription } from './interface.ts';
import { isOutage } from './outage.ts';
import { backoffMs, type RetryPolicy } from './retry.ts';

export type Delivery = Pick<Subscription, 'group' | 'handle' | 'deadLetter'> & {
  retry: RetryPolicy;
  log: Logger;
  /** Ends the waits between attempts. */
  signal: AbortSignal;
};

/**
 * Brings one message to its end: handled, or given up and stored as a dead letter. An outage is no
 * fault of the message, and is waited out. False when it was stopped before; then the message must stay
 * on the bus. Never rejects.
 */
export async function deliver(message: Message, delivery: Delivery): Promise<boolean> {
  const { group, handle, retry, log, signal } = delivery;
  const only = message.headers[ONLY_GROUP];
  if (only !== undefined && only !== group) return !signal.aborted;
  for (let attempt = 1, outages = 0; !signal.aborted; ) {
    try {
      await handle(message);
      return true;
    } catch (error) {
      const about = { err: error, group, message: message.id, topic: message.topic, attempt };
      const away = isOutage(error);
      if (!away && (attempt >= retry.attempts || isFinal(error))) {
        log.error(about, 'message given up');
        return park(message, attempt, error, delivery);
      }
      log.warn(about, 'message failed');
      await pause(backoffMs(attempt + outages, retry), signal);
      if (away) outages += 1;
      else attempt += 1;
    }
  }
  return false;
}

/** A refusal that the same message would meet again. */
const isFinal = (error: unknown) => error instanceof AppError && !codes[error.code].retryable;

async function park(message: Message, attempts: number, cause: unknown, delivery: Delivery) {
  const { group, deadLetter, retry, log, signal } = delivery;
  const error = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await deadLetter({ group, message, attempts, error });
      return true;
    } catch (failure) {
      log.error({ err: failure, group, message: message.id }, 'dead letter not stored');
      await pause(backoffMs(attempt, retry), signal);
    }
  }
  return false;
}

/** Waits so long, or until the signal. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {});
