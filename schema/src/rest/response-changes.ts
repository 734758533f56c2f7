import { below, type MismatchKind } from '../json-schema/mismatch.ts';
import { mismatches } from '../json-schema/mismatches.ts';
import type { OpenApiResponse } from './open-api.ts';
import type { RoutePair } from './request-changes.ts';
import { change, type RestChange } from './rest-change.ts';

/** What a program that reads all it was promised makes of the difference. */
const RESPONSE: Record<MismatchKind, [RestChange['severity'], string]> = {
  missing: ['breaking', 'RESPONSE_FIELD_REMOVED'],
  optional: ['breaking', 'RESPONSE_FIELD_OPTIONAL'],
  nullable: ['breaking', 'RESPONSE_FIELD_NULLABLE'],
  type: ['breaking', 'RESPONSE_FIELD_TYPE_CHANGED'],
  values: ['dangerous', 'RESPONSE_FIELD_VALUES_ADDED'],
  limits: ['dangerous', 'RESPONSE_FIELD_LIMITS_WIDENED'],
  member: ['dangerous', 'RESPONSE_FIELD_MEMBER_ADDED'],
  unexpected: ['dangerous', 'RESPONSE_FIELD_ADDED'],
};

/** What programs that know the answers of before do not expect. */
export function responseChanges(pair: RoutePair): RestChange[] {
  const [before, after] = [pair.base.operation.responses, pair.head.operation.responses];
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...all].flatMap((status): RestChange[] => {
    const [old, now] = [before[status], after[status]];
    const isGood = status.startsWith('2');
    if (now === undefined) {
      const severity = isGood ? 'breaking' : 'safe';
      return [change(severity, 'RESPONSE_STATUS_REMOVED', status, `${status} is no answer now`)];
    }
    if (old === undefined) {
      const severity = isGood ? 'dangerous' : 'safe';
      return [change(severity, 'RESPONSE_STATUS_ADDED', status, `${status} is an answer now`)];
    }
    return [...headers(status, old, now), ...contents(pair, status, old, now)];
  });
}

const headers = (status: string, old: OpenApiResponse, now: OpenApiResponse): RestChange[] =>
  Object.keys(old.headers ?? {})
    .filter((name) => !(name in (now.headers ?? {})))
    .map((name) => {
      const message = `${status} comes without ${name} now`;
      return change('dangerous', 'RESPONSE_HEADER_REMOVED', `${status} ${name}`, message);
    });

function contents(
  { base, head }: RoutePair,
  status: string,
  old: OpenApiResponse,
  now: OpenApiResponse,
): RestChange[] {
  return Object.entries(old.content ?? {}).flatMap(([type, { schema }]): RestChange[] => {
    const other = now.content?.[type];
    if (other === undefined) {
      const message = `${status} is no longer ${type}`;
      return [change('breaking', 'RESPONSE_TYPE_REMOVED', `${status} ${type}`, message)];
    }
    const written = { schema: other.schema ?? {}, root: head.root };
    return mismatches(written, { schema: schema ?? {}, root: base.root }).map(
      ({ path, kind, detail }) => {
        const [severity, rule] = RESPONSE[kind];
        const where = below(status, path);
        return change(severity, rule, where, `${where} ${detail} now`, detail);
      },
    );
  });
}
