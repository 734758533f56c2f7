import type { JsonSchema } from '../json-schema/json-schema.ts';

type Content = Readonly<Record<string, { schema?: JsonSchema }>>;

/** The part of OpenAPI 3.1 that says what programs may send and have to expect. */
export type OpenApiOperation = {
  security?: readonly object[];
  parameters?: readonly { name: string; in: string; required?: boolean; schema?: JsonSchema }[];
  requestBody?: { required?: boolean; content: Content };
  responses: Readonly<Record<string, OpenApiResponse>>;
};

export type OpenApiResponse = { headers?: Readonly<Record<string, object>>; content?: Content };

export type OpenApi = {
  paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  components?: object;
};
