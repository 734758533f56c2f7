import { snakeCased } from './nested-names.ts';
import type { Schema, Setting } from './settings.ts';

/** JSON Schema (2020-12) of router.yaml. */
export function yamlSchema(settings: readonly Setting[]): Schema {
  const root: Group = group();
  for (const setting of settings) if (!setting.isShorthand) place(root, setting);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'router.yaml',
    description: 'Configuration of the router. Every key can be overridden by a variable.',
    ...root,
  };
}

type Group = {
  type: 'object';
  additionalProperties: false;
  properties: Record<string, Schema>;
};

const group = (): Group => ({ type: 'object', additionalProperties: false, properties: {} });

/** Throws for two settings in one place: that is a mistake of ours. */
function place(root: Group, { path, env, schema }: Setting): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = root;
  for (const name of names) {
    at.properties[name] ??= group();
    at = at.properties[name] as Group;
    if ('x-env' in at) throw new Error(`${path} is inside another setting.`);
  }
  if (last in at.properties) throw new Error(`${path} is there twice.`);
  at.properties[last] = { ...snakeCased(schema), 'x-env': env };
}
