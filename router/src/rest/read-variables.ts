import {
  coerceInputValue,
  GraphQLBoolean,
  GraphQLFloat,
  type GraphQLInputType,
  GraphQLInt,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Parameter } from './parameters.ts';

/** What is wrong with one parameter of a request. */
export type ParameterFault = {
  readonly in: Parameter['in'];
  /** Absent: the body as a whole. */
  readonly name?: string;
  /** Within the body, a JSON Pointer (RFC 6901). */
  readonly pointer?: string;
  readonly detail: string;
};

/** A request as its server has parsed it. */
export type Given = {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
};

export type ReadVariables = (
  given: Given,
) => { readonly variables: Record<string, unknown> } | { readonly faults: ParameterFault[] };

const MAX_FAULTS = 20;

/** Reads a route's variables out of requests; every fault names its parameter. */
export function variableReader(parameters: readonly Parameter[]): ReadVariables {
  const queries = new Set(parameters.flatMap((each) => (each.in === 'query' ? each.name : [])));
  const inBody = parameters.filter((each) => each.in === 'body');
  const properties = new Set(inBody.map(({ name }) => name));
  const isWhole = properties.has('');

  return (given) => {
    const faults: ParameterFault[] = [];
    const variables: Record<string, unknown> = {};
    const body = isWhole ? {} : bodyOf(given.body, inBody, faults);
    for (const name of Object.keys(given.query)) {
      if (!queries.has(name)) faults.push({ in: 'query', name, detail: 'Unknown parameter.' });
    }
    if (body === null) return { faults };
    for (const name of Object.keys(body)) {
      if (!properties.has(name)) {
        faults.push({ in: 'body', pointer: pointerOf([name]), detail: 'Unknown property.' });
      }
    }
    for (const parameter of parameters) {
      const value = rawValue(parameter, given, body);
      if (value === undefined) {
        if (parameter.isRequired) faults.push(missing(parameter));
        continue;
      }
      if (isRepeated(parameter, value)) {
        faults.push({ in: parameter.in, name: parameter.name, detail: 'Given more than once.' });
        continue;
      }
      variables[parameter.variable] = value;
      check(parameter, value, faults);
    }
    return faults.length > 0 ? { faults: faults.slice(0, MAX_FAULTS) } : { variables };
  };
}

function bodyOf(
  body: unknown,
  inBody: readonly Parameter[],
  faults: ParameterFault[],
): Readonly<Record<string, unknown>> | null {
  if (body === undefined && !inBody.some(({ isRequired }) => isRequired)) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return body as Record<string, unknown>;
  }
  faults.push({ in: 'body', detail: 'A JSON object is needed.' });
  return null;
}

function rawValue(
  { in: place, name, type, variable }: Parameter,
  given: Given,
  body: Readonly<Record<string, unknown>>,
): unknown {
  if (place === 'body') {
    if (name === '') return given.body;
    return Object.hasOwn(body, name) ? body[name] : undefined;
  }
  if (place === 'path') return fromText(given.path[variable], type);
  if (place === 'query') return fromText(given.query[name], type);
  return fromText(unquoted(given.headers[name.toLowerCase()]), type);
}

/** A header whose value is a structured string (RFC 9651, section 3.3.3) may be sent in quotes. */
const unquoted = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' && /^"[^"\\]*"$/.test(value) ? value.slice(1, -1) : value;

/** What is no number and no truth value stays text, so that the fault can show it. */
function fromText(text: string | readonly string[] | undefined, type: GraphQLInputType): unknown {
  if (text === undefined) return undefined;
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [text].flat().map((each) => fromText(each, bare.ofType));
  if (typeof text !== 'string') return text;
  if (bare === GraphQLInt) return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (bare === GraphQLFloat) return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
  if (bare === GraphQLBoolean) return text === 'true' || (text === 'false' ? false : text);
  return text;
}

function isRepeated({ in: place, type }: Parameter, value: unknown): boolean {
  return place !== 'body' && Array.isArray(value) && !isListType(bareOf(type));
}

const bareOf = (type: GraphQLInputType) => (isNonNullType(type) ? type.ofType : type);

function check(parameter: Parameter, value: unknown, faults: ParameterFault[]): void {
  const { in: place, name, type } = parameter;
  coerceInputValue(value, type, (path, _, { message }) => {
    // graphql-js speaks of its own variable where nothing is nested.
    const detail = message.replace(/\.? ?Did you mean .*$/, '').replace(/\.?$/, '.');
    if (place !== 'body') faults.push({ in: place, name, detail });
    else {
      const pointer = pointerOf([...(name === '' ? [] : [name]), ...path]);
      faults.push({ in: place, ...(pointer !== '' && { pointer }), detail });
    }
  });
}

const missing = ({ in: place, name }: Parameter): ParameterFault =>
  place === 'body'
    ? { in: place, ...(name !== '' && { pointer: pointerOf([name]) }), detail: 'Missing.' }
    : { in: place, name, detail: 'Missing.' };

/** RFC 6901. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((each) => `/${String(each).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
