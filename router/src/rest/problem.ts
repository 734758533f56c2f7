import { STATUS_CODES } from 'node:http';

/** Problem details (RFC 9457); `code` and whatever else there is are extension members. */
export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly [member: string]: unknown;
};

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Names of members that details of an error must not take. */
const OWN = new Set(['type', 'title', 'status', 'detail', 'instance', 'code', '__proto__']);

/** `type` is `about:blank`: the title says no more than the status, the code tells problems apart. */
export function problem(
  status: number,
  code: string,
  detail: string | undefined,
  members: Readonly<Record<string, unknown>> = {},
): Problem {
  const further = Object.entries(members).filter(([name]) => !OWN.has(name));
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...(detail !== undefined && { detail }),
    code,
    ...Object.fromEntries(further),
  };
}
