/** Path and query of a request's target, which may name a whole address (RFC 9112, section 3.2.2). */
export const pathOf = (target: string): string => target.replace(/^https?:\/\/[^/?#]*/i, '');

/**
 * Whether a path has a segment that leads upwards or to itself, however it is written: what resolves
 * it on the way would leave the folder that is open to clients. A server behind may take `%2f` and
 * `\` for `/`, and what follows `;` for a parameter.
 */
export function climbs(path: string): boolean {
  const [segments = ''] = path.split('?');
  return /(^|[/\\]|%2f|%5c)(\.|%2e){1,2}([/\\;#]|%2f|%5c|%3b|$)/i.test(segments);
}
