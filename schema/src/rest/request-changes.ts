import type { JsonSchema } from '../json-schema/json-schema.ts';
import { below, type MismatchKind } from '../json-schema/mismatch.ts';
import { mismatches } from '../json-schema/mismatches.ts';
import type { OpenApi, OpenApiOperation } from './open-api.ts';
import { change, type RestChange } from './rest-change.ts';

/** One route on both sides, each with the document that its schemas refer into. */
export type RoutePair = {
  base: { operation: OpenApiOperation; root: OpenApi };
  head: { operation: OpenApiOperation; root: OpenApi };
};

const REQUEST: Record<MismatchKind, string> = {
  missing: 'REQUEST_FIELD_ADDED_REQUIRED',
  optional: 'REQUEST_FIELD_REQUIRED',
  nullable: 'REQUEST_FIELD_NOT_NULLABLE',
  type: 'REQUEST_FIELD_TYPE_CHANGED',
  values: 'REQUEST_FIELD_VALUES_REMOVED',
  limits: 'REQUEST_FIELD_LIMITS_NARROWED',
  member: 'REQUEST_FIELD_MEMBER_REMOVED',
  unexpected: 'REQUEST_FIELD_REMOVED',
};

const WORDS: Record<MismatchKind, string> = {
  missing: 'is new and required',
  optional: 'is required now',
  nullable: 'can no longer be null',
  type: 'is of another type now',
  values: 'no longer takes all values',
  limits: 'takes less than before',
  member: 'no longer takes one of its forms',
  unexpected: 'is no longer taken',
};

/** What programs that send what they always sent are told now. */
export function requestChanges(pair: RoutePair): RestChange[] {
  return [...signIn(pair), ...parameters(pair), ...body(pair)];
}

function signIn({ base, head }: RoutePair): RestChange[] {
  const isOpen = ({ security }: OpenApiOperation) =>
    (security ?? []).length === 0 || security?.some((each) => Object.keys(each).length === 0);
  return isOpen(base.operation) && !isOpen(head.operation)
    ? [change('breaking', 'SIGN_IN_REQUIRED', '', 'is for those only who have signed in now')]
    : [];
}

function parameters(pair: RoutePair): RestChange[] {
  const { base, head } = pair;
  const keyed = ({ operation }: RoutePair['base']) =>
    new Map((operation.parameters ?? []).map((each) => [`${each.in}.${each.name}`, each]));
  const [before, after] = [keyed(base), keyed(head)];
  const gone = [...before.keys()]
    // A path is the same whatever its parts are called.
    .filter((at) => !after.has(at) && !at.startsWith('path.'))
    .map((at) => change('breaking', 'PARAMETER_REMOVED', at, `${at} is no longer taken`));
  const rest = [...after].flatMap(([at, { required, schema }]): RestChange[] => {
    const old = before.get(at);
    if (old === undefined && at.startsWith('path.')) return [];
    if (old === undefined) {
      return required
        ? [change('breaking', 'PARAMETER_ADDED_REQUIRED', at, `${at} is new and required`)]
        : [change('safe', 'PARAMETER_ADDED', at, `${at} is new`)];
    }
    const demanded =
      required && !old.required
        ? [change('breaking', 'PARAMETER_REQUIRED', at, `${at} is required now`)]
        : [];
    return [...demanded, ...narrowed(pair, at, old.schema ?? {}, schema ?? {})];
  });
  return [...gone, ...rest];
}

function body(pair: RoutePair): RestChange[] {
  const [before, after] = [pair.base.operation.requestBody, pair.head.operation.requestBody];
  if (after === undefined) return [];
  if (before === undefined || (after.required && !before.required)) {
    return after.required
      ? [change('breaking', 'REQUEST_BODY_REQUIRED', 'body', 'needs a body now')]
      : [];
  }
  return Object.entries(before.content).flatMap(([type, { schema }]) => {
    const now = after.content[type];
    return now === undefined
      ? [change('breaking', 'REQUEST_TYPE_REMOVED', `body ${type}`, `no longer takes ${type}`)]
      : narrowed(pair, 'body', schema ?? {}, now.schema ?? {});
  });
}

/** What was sent is written, what is taken now is read. */
function narrowed(
  { base, head }: RoutePair,
  at: string,
  before: JsonSchema,
  after: JsonSchema,
): RestChange[] {
  const found = mismatches({ schema: before, root: base.root }, { schema: after, root: head.root });
  return found.map(({ path, kind, detail }) => {
    const where = below(at, path);
    return change('breaking', REQUEST[kind], where, `${where} ${WORDS[kind]}`, detail);
  });
}
