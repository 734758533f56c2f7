import { z } from 'zod';
import { SchemaFile } from './schema-config.ts';

/** JSON Schema (2020-12) of schema.yaml, by which editors complete and check it. */
export function schemaFileSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(SchemaFile, { io: 'input' });
  const described = {
    ...{ $schema, title: 'schema.yaml' },
    description: 'What `npm run schema -- check` compares, and with what.',
    ...schema,
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
