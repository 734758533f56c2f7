import { RouterEnv } from '../config.ts';
import { exampleYaml } from './example-yaml.ts';
import { settingsOf } from './settings.ts';
import { yamlSchema } from './yaml-schema.ts';

/** The files that tell of the configuration, by their names in the router's folder. */
export function configFiles(): Readonly<Record<string, string>> {
  const schema = yamlSchema(settingsOf(RouterEnv.shape));
  return {
    'router.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'router.yaml': exampleYaml(schema),
  };
}
