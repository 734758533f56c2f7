const LONGEST_SCANNED = 64;

/**
 * JSON of a string. Short ones without escapes, as most are, need no call into the engine; what is
 * known to be `unescaped` need not even be looked at.
 */
export const stringText = (value: string, unescaped: boolean): string =>
  unescaped ? `"${value}"` : escaped(value);

function escaped(value: string): string {
  const { length } = value;
  if (length > LONGEST_SCANNED) return JSON.stringify(value);
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    // Lone surrogates are escaped too.
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code <= 0xdfff)) {
      return JSON.stringify(value);
    }
  }
  return `"${value}"`;
}

/** JSON of a value that came as JSON. `unescaped`: without an escape in any string. */
export function jsonText(value: unknown, unescaped: boolean): string {
  if (typeof value === 'string') return stringText(value, unescaped);
  if (value === null) return 'null';
  // What is parsed can overflow to Infinity, which JSON does not know.
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  return JSON.stringify(value);
}
