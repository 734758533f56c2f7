import { createHash } from 'node:crypto';
import { isRecord } from '../errors/subgraph-error.ts';
import type { BoundRoute } from './bind-route.ts';
import type { MissingPart } from './outcome.ts';

/** A strong entity tag of a body (RFC 9110, section 8.8.3). */
export const entityTag = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether If-None-Match names the tag, by weak comparison (RFC 9110, section 13.1.2). */
export function isMatched(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}

const MAX_PARTS = 20;

/**
 * Which parts of the body are null because of a failure, as a list of strings with parameters (RFC
 * 9651, section 3.1): `"/lines/0/product";code=SUBGRAPH_TIMEOUT`. At most twenty of them.
 */
export const partialData = (missing: readonly MissingPart[]): string =>
  missing
    .slice(0, MAX_PARTS)
    .map(({ pointer, code }) => `${quoted(pointer)};code=${code}`)
    .join(', ');

const quoted = (text: string) =>
  `"${text.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/["\\]/g, '\\$&')}"`;

/**
 * Links to the next, previous and first page of a connection (RFC 8288), by its pageInfo and where the
 * route takes the arguments for them. Null where there is none.
 */
export function pageLinks(route: BoundRoute, body: unknown, url: string): string | null {
  const pageInfo = isRecord(body) && isRecord(body.pageInfo) ? body.pageInfo : null;
  if (!route.isPaged || pageInfo === null) return null;
  const nameOf = (variable: string) =>
    route.parameters.find((each) => each.variable === variable && each.in === 'query')?.name;
  const after = nameOf('after');
  const before = nameOf('before');
  const [path = '', search = ''] = url.split('?');
  const link = (relation: string, name: string | undefined, cursor: unknown): string[] => {
    if (name === undefined) return [];
    const query = new URLSearchParams(search);
    for (const each of [after, before]) if (each !== undefined) query.delete(each);
    if (typeof cursor === 'string') query.set(name, cursor);
    const asked = query.toString();
    return [`<${path}${asked === '' ? '' : `?${asked}`}>; rel="${relation}"`];
  };
  const links = [
    ...(after !== undefined && new URLSearchParams(search).has(after)
      ? link('first', after, null)
      : []),
    ...(pageInfo.hasNextPage === true && typeof pageInfo.endCursor === 'string'
      ? link('next', after, pageInfo.endCursor)
      : []),
    ...(pageInfo.hasPreviousPage === true && typeof pageInfo.startCursor === 'string'
      ? link('prev', before, pageInfo.startCursor)
      : []),
  ];
  return links.length === 0 ? null : links.join(', ');
}

/** A manifest's path with fields of the body; null where one is missing. */
export function locationOf(template: string, body: unknown, prefix: string): string | null {
  let complete = true;
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = isRecord(body) ? body[name] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') complete = false;
    return encodeURIComponent(String(value));
  });
  return complete ? `${prefix}${path}` : null;
}

/**
 * Cache-Control of a GET's answer. What was made for somebody is never public, whatever the route
 * says; what is incomplete is not kept at all.
 */
export function cacheControl(
  declared: string | undefined,
  { isForSomebody, isWhole }: { isForSomebody: boolean; isWhole: boolean },
): string {
  if (!isWhole) return 'no-store';
  if (declared === undefined) return 'private, no-cache';
  return isForSomebody
    ? declared.replace(/\bpublic\b/i, 'private').replace(/,?\s*s-maxage=\d+/i, '')
    : declared;
}
