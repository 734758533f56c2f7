import type { JsonSchema } from './json-schema.ts';

/** The schema of every problem (RFC 9457). */
export const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'Problem details, RFC 9457.',
  properties: {
    type: { type: 'string', const: 'about:blank' },
    title: { type: 'string', description: 'The status in words.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What went wrong, for people.' },
    code: { type: 'string', description: 'What went wrong, for programs.' },
  },
  required: ['type', 'title', 'status', 'code'],
};

/** The schema of a problem with a request's parameters. */
export const INVALID_REQUEST: JsonSchema = {
  description: 'What is wrong with the request, parameter by parameter.',
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    {
      type: 'object',
      properties: {
        errors: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              in: { type: 'string', enum: ['path', 'query', 'header', 'body'] },
              name: { type: 'string', description: 'The parameter.' },
              pointer: {
                type: 'string',
                description: 'Where in the body; JSON Pointer, RFC 6901.',
              },
              detail: { type: 'string' },
            },
            required: ['in', 'detail'],
          },
        },
      },
    },
  ],
};
