import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Origins that a page needs besides this one. */
export type Elsewhere = {
  readonly scripts: readonly string[];
  readonly frames: readonly string[];
  /** Absent: any, by https. */
  readonly images?: readonly string[];
};

const NOWHERE: Elsewhere = { scripts: [], frames: [] };

/**
 * The Content-Security-Policy of a page: its own inline scripts by their hash, and what is served
 * here. Styles may be inline, which GraphiQL's editor needs.
 */
export function pagePolicy(html: string, elsewhere: Elsewhere = NOWHERE): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const from = elsewhere.scripts.join(' ');
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...hashes, from].filter(Boolean).join(' '),
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data:", ...(elsewhere.images ?? ['https:'])].join(' '),
    "font-src 'self' data:",
    ['connect-src', "'self'", from].filter(Boolean).join(' '),
    "worker-src 'self' blob:",
    `frame-src ${elsewhere.frames.join(' ') || "'none'"}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
