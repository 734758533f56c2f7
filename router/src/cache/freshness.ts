/** What of a subgraph's response says how long it may be kept. Header names in lower case. */
export type ReadHeader = (name: string) => string | undefined;

/** For how many seconds an answer is fresh from now on. */
export type Freshness = {
  /** In shared caches, such as this one. */
  readonly shared: number;
  /** At clients. */
  readonly atClient: number;
};

export type FreshnessRules = {
  /** Seconds for what is public and tells no age. */
  readonly defaultTtl: number;
  /** Seconds at most, whatever the subgraph says. */
  readonly maxTtl: number;
};

/**
 * Reads a response's Cache-Control and Age (RFC 9111, sections 4.2 and 5.2.2). Null: it must not be
 * kept. Stricter than the RFC: only what says `public` is kept, whoever asked.
 */
export function freshnessOf(header: ReadHeader, rules: FreshnessRules): Freshness | null {
  const directives = directivesOf(header('cache-control') ?? '');
  if (!directives.has('public')) return null;
  if (['private', 'no-store', 'no-cache'].some((each) => directives.has(each))) return null;
  const maxAge = directives.has('max-age') ? seconds(directives.get('max-age')) : null;
  const sharedAge = directives.has('s-maxage') ? seconds(directives.get('s-maxage')) : maxAge;
  const age = seconds(header('age'));
  const shared = Math.min(sharedAge ?? rules.defaultTtl, rules.maxTtl) - age;
  if (shared <= 0) return null;
  const atClient = Math.min(maxAge ?? (sharedAge === null ? rules.defaultTtl : 0), rules.maxTtl);
  return { shared, atClient: Math.max(0, atClient - age) };
}

/** The names of headers that the response depends on, in lower case; null for all of them. */
export function variesBy(header: ReadHeader): readonly string[] | null {
  const names = (header('vary') ?? '').toLowerCase().split(',');
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  return given.includes('*') ? null : given;
}

/** Of a directive given twice the stricter holds: the smaller number. */
function directivesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, token] of text.matchAll(DIRECTIVE)) {
    const key = name.toLowerCase();
    const value = quoted ?? token ?? '';
    const known = found.get(key);
    if (known === undefined || seconds(value) < seconds(known)) found.set(key, value);
  }
  return found;
}

const DIRECTIVE = /([!#$%&'*+.^`|~\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,;]*)))?/g;

/** Delta-seconds; anything else is none left. */
const seconds = (text = ''): number => (/^\d{1,10}$/.test(text.trim()) ? Number(text) : 0);
