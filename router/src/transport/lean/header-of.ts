import type { LeanResponse } from './contract.ts';

/**
 * A field of the answer by its name in lower case; several of one name joined by `, `. Null: there is
 * none. Source: RFC 9110 section 5.3.
 */
export function headerOf({ head }: Pick<LeanResponse, 'head'>, name: string): string | null {
  let found: string | null = null;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon !== name.length || line.slice(0, colon).toLowerCase() !== name) continue;
    const value = line.slice(colon + 1).replace(/^[\t ]+|[\t ]+$/g, '');
    found = found === null ? value : `${found}, ${value}`;
  }
  return found;
}
