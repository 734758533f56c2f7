import { createHash } from 'node:crypto';

/** What is compared or looked at; the heading under which its findings are shown. */
export const CHECKS = [
  'composition',
  'graph',
  'contract',
  'operations',
  'usage',
  'plans',
  'authorization',
  'lint',
  'events',
  'rpc',
  'rest',
  'approvals',
] as const;
export type Check = (typeof CHECKS)[number];

/** `error` fails the run, `warning` is worth a look, `notice` is told for completeness. */
export type Level = 'error' | 'warning' | 'notice';

/**
 * What a change does to who uses the thing changed. `unused`: breaking in form, but no known
 * operation uses it within the window. `invalid`: nothing was changed wrongly, it is wrong in itself.
 */
export type Severity = 'breaking' | 'unused' | 'dangerous' | 'safe' | 'invalid';

/**
 * Path relative to the root of what is checked; line and column count from 1. `in` is set where the
 * line is that of the base, because the proposal has it no more.
 */
export type Place = { file: string; line: number; column?: number; in?: 'base' };

/** Another place that has to do with it, such as the second of two definitions that disagree. */
export type Related = { message: string; place: Place };

/** Who is hit: an operation of a client, or a consumer of an event. */
export type Affected = {
  client: string;
  name: string;
  place?: Place;
  /** Requests within the window, where they are recorded. */
  count?: number;
};

export type Finding = {
  check: Check;
  /** In capitals: `FIELD_REMOVED`. The same rule always means the same thing. */
  rule: string;
  level: Level;
  severity: Severity;
  /** A schema coordinate (`Product.title`), an event type or rpc with its field, or a route. */
  coordinate: string;
  /** The contract or subgraph that it is about, where it is about one. */
  scope?: string;
  /** What it was and has become, where rule and coordinate leave that open: `String! → ID!`. */
  becomes?: string;
  message: string;
  /** Where to look, in the proposal where it is there, else in the base. */
  place?: Place;
  related?: readonly Related[];
  affected?: readonly Affected[];
  /** Why it was let through: set where an approval covers it. */
  approved?: { by: string; reason: string; until: string };
};

/**
 * Names one change for good, so that it can be approved: 12 hexadecimal digits that depend on what
 * is changed and how, not on wording, line or who is hit.
 */
export const changeId = ({ check, rule, coordinate, scope = '', becomes }: Finding): string =>
  createHash('sha256')
    .update(JSON.stringify([check, rule, coordinate, scope, ...(becomes ? [becomes] : [])]))
    .digest('hex')
    .slice(0, 12);
