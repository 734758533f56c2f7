import { isRecord } from '../errors/subgraph-error.ts';
import type { PersistedQueries } from '../operations/persisted-queries.ts';
import type { Refusal } from '../operations/refusal.ts';
import type { TrustedDocuments } from '../operations/trusted-documents.ts';

/** What a stream is asked for: a GraphQL request (GraphQL over HTTP, 5). */
export type StreamRequest = {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

const badRequest = (message: string): Refusal => ({ status: 400, code: 'BAD_USER_INPUT', message });

const notFound: Refusal = {
  status: 400,
  code: 'PERSISTED_QUERY_NOT_FOUND',
  message: 'PersistedQueryNotFound',
};

/**
 * Reads a request's parameters, with the text that an id or a hash stands for. Texts are not
 * registered here: a client that knows a hash only has registered it by a query's door.
 */
export function streamRequestReader(options: {
  trusted: TrustedDocuments | null;
  persisted: PersistedQueries | null;
}): (parameters: unknown) => Promise<StreamRequest | Refusal> {
  const { trusted, persisted } = options;

  async function textOf(
    query: string | undefined,
    documentId: string | undefined,
    sha256: string | undefined,
  ): Promise<string | Refusal> {
    const resolved = trusted?.resolve({ query, documentId, sha256 }) ?? null;
    if (resolved !== null) return resolved;
    if (query !== undefined) return query;
    if (sha256 === undefined) return badRequest('There is no query in this request.');
    return (await persisted?.get(`apq:${sha256}`)) ?? notFound;
  }

  return async (parameters) => {
    if (!isRecord(parameters)) return badRequest('A request is one JSON object.');
    const { query, operationName, variables, extensions, documentId } = parameters;
    for (const [name, value] of Object.entries({ query, operationName, documentId })) {
      if (value != null && typeof value !== 'string') return badRequest(`${name} is no string.`);
    }
    for (const [name, value] of Object.entries({ variables, extensions })) {
      if (value != null && !isRecord(value)) return badRequest(`${name} is no object.`);
    }
    const persistedQuery = isRecord(extensions) ? extensions.persistedQuery : undefined;
    const sha256 = isRecord(persistedQuery) ? stringOf(persistedQuery.sha256Hash) : undefined;
    const text = await textOf(stringOf(query), stringOf(documentId), sha256);
    if (typeof text !== 'string') return text;
    return {
      text,
      operationName: stringOf(operationName),
      variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
    };
  };
}

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
