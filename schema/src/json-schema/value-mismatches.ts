import type { Branch } from './branches.ts';
import type { Mismatch } from './mismatch.ts';

/** Formats of numbers say how many bits a program needs; the values are told by the limits. */
const IS_TEXT_FORMAT = /^(?!int32$|int64$|float$|double$)/;

/** Why values of a branch, but for what is in them, do not fit another of the same type. */
export function valueMismatches(written: Branch, read: Branch): Mismatch[] {
  if (written.enum !== undefined) return listed(written.enum, read);
  if (read.enum !== undefined) {
    return [{ path: '', kind: 'values', detail: `is any ${written.type}, not one of a list` }];
  }
  return [...atLeast(written, read), ...atMost(written, read), ...form(written, read)];
}

function listed(values: readonly unknown[], read: Branch): Mismatch[] {
  const strange = values
    .filter((value) => !takes(read, value))
    .map((value) => JSON.stringify(value));
  return strange.length === 0
    ? []
    : [{ path: '', kind: 'values', detail: `can be ${strange.join(', ')}` }];
}

function takes(read: Branch, value: unknown): boolean {
  if (read.enum !== undefined) {
    const text = JSON.stringify(value);
    return read.enum.some((each) => JSON.stringify(each) === text);
  }
  return typeof value !== 'string' || read.pattern === undefined || matches(read.pattern, value);
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return false;
  }
}

const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const;

function atLeast(written: Branch, read: Branch): Mismatch[] {
  return lower.flatMap((key) => {
    const limit = read[key];
    if (limit === undefined) return [];
    const own = lowest(written, key);
    return own >= limit ? [] : [beyond(key, limit, written[key])];
  });
}

function atMost(written: Branch, read: Branch): Mismatch[] {
  return upper.flatMap((key) => {
    const limit = read[key];
    if (limit === undefined) return [];
    const own = highest(written, key);
    return own <= limit ? [] : [beyond(key, limit, written[key])];
  });
}

/** The lower limit of a kind: an integer above 0 is one from 1. */
function lowest(written: Branch, key: (typeof lower)[number]): number {
  const own = written[key] ?? (key.startsWith('minL') || key.startsWith('minI') ? 0 : -Infinity);
  if (written.type !== 'integer') return own;
  if (key === 'minimum') return Math.max(own, (written.exclusiveMinimum ?? -Infinity) + 1);
  if (key === 'exclusiveMinimum') return Math.max(own, (written.minimum ?? -Infinity) - 1);
  return own;
}

function highest(written: Branch, key: (typeof upper)[number]): number {
  const own = written[key] ?? Infinity;
  if (written.type !== 'integer') return own;
  if (key === 'maximum') return Math.min(own, (written.exclusiveMaximum ?? Infinity) - 1);
  if (key === 'exclusiveMaximum') return Math.min(own, (written.maximum ?? Infinity) + 1);
  return own;
}

const beyond = (key: string, limit: number, own: number | undefined): Mismatch => ({
  path: '',
  kind: 'limits',
  detail: `has ${own === undefined ? `no ${key}` : `a ${key} of ${own}`}, not ${limit}`,
});

function form(written: Branch, read: Branch): Mismatch[] {
  return (['format', 'pattern'] as const)
    .filter((key) => read[key] !== undefined && read[key] !== written[key])
    .filter((key) => key !== 'format' || IS_TEXT_FORMAT.test(String(read.format)))
    .map((key) => ({
      path: '',
      kind: 'limits' as const,
      detail: `has ${written[key] === undefined ? `no ${key}` : `the ${key} ${written[key]}`}, not ${read[key]}`,
    }));
}
