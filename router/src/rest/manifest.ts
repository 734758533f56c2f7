import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlias, isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { withFragments } from './with-fragments.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Segments of fixed text, or of one parameter each: `/orders/{id}/lines`. */
const PATH = /^(?:\/(?:[\w.~-]+|\{[A-Za-z_]\w*\}))+$/;
const VARIABLE = /^[A-Za-z_]\w*$/;
/** RFC 9110, section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

const statuses = z
  .record(z.string().regex(/^\w+$/), z.number().int().min(200).max(599))
  .default({});

const file = z.string().regex(/^[\w.-]+\.graphql$/, 'a .graphql file of this folder');

const Placed = z.strictObject({
  in: z.enum(['query', 'header', 'body']),
  name: z.string().regex(TOKEN).optional(),
});

const Route = z.strictObject({
  method: z.enum(METHODS),
  path: z.string().regex(PATH, 'a path such as /orders/{id}'),
  /** A file of the folder, with one operation. */
  document: file,
  summary: z.string().min(1),
  description: z.string().min(1).optional(),
  tag: z.string().min(1).optional(),
  /** Where in `data` the body is, dotted; the root field where there is only one. */
  result: z
    .string()
    .regex(/^\w+(\.\w+)*$/)
    .optional(),
  /** Of an answer as it should be. */
  status: z.number().int().min(200).max(299).default(200),
  /** By the name of the result's type, or the code of an error. */
  statuses,
  /** `required`: null where nobody is signed in is 401, not 404. */
  viewer: z.enum(['optional', 'required']).default('optional'),
  cache_control: z.string().min(1).optional(),
  /** Of what was made, below /rest, with fields of the result: `/orders/{id}`. */
  location: z.string().regex(PATH).optional(),
  /** The variable that is the whole body. */
  body: z.string().regex(VARIABLE).optional(),
  /** Where variables come from, besides path parameters of the same name. */
  parameters: z.record(z.string().regex(VARIABLE), Placed).default({}),
});

const RestManifest = z.strictObject({
  title: z.string().min(1),
  version: z.string().min(1),
  description: z.string().min(1).optional(),
  /** A file of fragments that every document may use. */
  fragments: file.optional(),
  statuses,
  /** What custom scalars are in JSON: a JSON Schema by the scalar's name. */
  scalars: z.record(z.string().regex(/^\w+$/), z.record(z.string(), z.unknown())).default({}),
  routes: z.array(Route).min(1),
});

export type DeclaredRoute = z.output<typeof Route>;
export type RestManifest = Omit<z.output<typeof RestManifest>, 'routes' | 'fragments'> & {
  /** Each with the text of its document, shared fragments in it. */
  readonly routes: readonly (DeclaredRoute & { readonly text: string })[];
};

export const MANIFEST_FILE = 'routes.yaml';

/**
 * Reads a folder's routes, from the disk unless told otherwise. Throws an Error that names file, line
 * and what is wrong.
 */
export function readRestManifest(
  folder: string,
  read: (file: string) => string = onDisk,
): RestManifest {
  const file = join(folder, MANIFEST_FILE);
  const fail: (reason: string) => never = (reason) => {
    throw new Error(`The REST routes in ${file} cannot be used: ${reason}`);
  };
  const lines = new LineCounter();
  const yaml = parseDocument(read(file), { lineCounter: lines });
  const [syntax] = yaml.errors;
  if (syntax !== undefined) fail(syntax.message);
  const parsed = RestManifest.safeParse(yaml.toJS());
  if (!parsed.success) {
    const told = parsed.error.issues.map(({ path, message }) => {
      const at = lineOf(yaml, lines, path);
      return `${at === null ? '' : `line ${at}, `}${path.join('.') || 'the file'}: ${message}`;
    });
    return fail(told.join('; '));
  }
  const { routes, fragments, ...rest } = parsed.data;
  const shared = fragments === undefined ? '' : read(join(folder, fragments));
  const seen = new Set<string>();
  for (const { method, path } of routes) {
    const name = `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
    if (seen.has(name)) fail(`${method} ${path} is declared twice`);
    seen.add(name);
  }
  return {
    ...rest,
    routes: routes.map((route) => {
      const { document } = route;
      try {
        return { ...route, text: withFragments(read(join(folder, document)), shared) };
      } catch (error) {
        return fail(`${document}: ${(error as Error).message}`);
      }
    }),
  };
}

const onDisk = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
};

/** The line of the innermost node on a path. */
function lineOf(
  yaml: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | null {
  for (let length = path.length; length > 0; length--) {
    const node = yaml.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number] | null } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  const { contents } = yaml;
  return isMap(contents) && !isAlias(contents) && contents.range
    ? lines.linePos(contents.range[0]).line
    : null;
}
