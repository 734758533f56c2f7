import { headerOf } from './header-of.ts';

/** A server closes on its own clock, and its word takes a while to arrive. */
const MARGIN_MS = 1_000;
const LEAST_MS = 500;

/**
 * How long a connection may be idle: the client's own limit, or the server's if that is shorter.
 * Source: the Keep-Alive field's `timeout`, RFC 2068 section 19.7.1.1.
 */
export function idleLimitMs(lastHead: string, keepAliveMs: number): number {
  const hint = /\btimeout\s*=\s*"?(\d{1,7})/i.exec(
    headerOf({ head: lastHead }, 'keep-alive') ?? '',
  );
  if (hint === null) return keepAliveMs;
  return Math.min(keepAliveMs, Math.max(Number(hint[1]) * 1_000 - MARGIN_MS, LEAST_MS));
}
