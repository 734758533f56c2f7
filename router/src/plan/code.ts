/**
 * Code made from operations. Names come from strangers: they enter code only as JSON strings, and
 * a name that every object inherits is left to the plain path, which looks at own properties only.
 */

const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether reading this name of a parsed object cannot meet something inherited. */
export const isPlainName = (name: string): boolean => !INHERITED.has(name);

/** A string literal. JSON is JavaScript since ES2019. */
export const literal = (text: string): string => JSON.stringify(text);

/** Compiles a function body to a value, with `scope` as the only names that it sees of ours. */
export function evaluate<T>(body: string, scope: Readonly<Record<string, unknown>>): T {
  const made = new Function(...Object.keys(scope), `"use strict";${body}`);
  return made(...Object.values(scope)) as T;
}
