import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

type Response = { content?: Record<string, { schema: object }> };
type Description = {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
  components: object;
};

let known: Promise<Description> | null = null;

/** Expects an answer to be what the OpenAPI description of the routes says of it. */
export async function expectAsDescribed(
  base: string,
  method: string,
  path: string,
  answer: { status: number; headers: Headers; body: unknown },
): Promise<void> {
  known ??= fetch(`${base}/openapi.json`).then((response) => response.json() as never);
  const { paths, components } = await known;
  const plain = path.split('?')[0] ?? '';
  const template = Object.keys(paths)
    .filter((each) => new RegExp(`^${each.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain))
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
  const responses = paths[template ?? '']?.[method.toLowerCase()]?.responses ?? {};
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const described = (responses[answer.status] ?? responses.default)?.content?.[type];
  if (described === undefined) throw new Error(`${method} ${path}: ${answer.status} ${type}?`);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile({ ...described.schema, components });
  validate(answer.body);
  expect([`${method} ${path}`, validate.errors]).toEqual([`${method} ${path}`, null]);
}
