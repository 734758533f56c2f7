import { invalid } from '../domain/refusal.ts';

export type Form = { [name: string]: string | Form };

const DEEPEST = 5;

/** Reads `a=1&b[c]=2&d[]=3` as { a: '1', b: { c: '2' }, d: { 0: '3' } }. Throws Refusal. */
export function parseForm(text: string): Form {
  const form: Form = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) put(form, pathOf(name), value, name);
  return form;
}

function pathOf(name: string): string[] {
  const [, head = '', tail = ''] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
  const path = [head, ...[...tail.matchAll(/\[([^[\]]*)\]/g)].map(([, key = '']) => key)];
  if (head === '' || path.length > DEEPEST) {
    throw invalid('parameter_unknown', `Received unknown parameter: ${name}`, name);
  }
  return path;
}

function put(form: Form, path: readonly string[], value: string, name: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(Object.keys(form).length) : head;
  if (rest.length === 0) {
    form[key] = value;
    return;
  }
  form[key] ??= Object.create(null) as Form;
  const inner = form[key];
  if (typeof inner === 'string') {
    throw invalid('parameter_invalid', `Invalid parameter: ${name}`, name);
  }
  put(inner, rest, value, name);
}
