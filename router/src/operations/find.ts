import { isRecord } from '../errors/subgraph-error.ts';
import type { JudgedOperations } from './judged-operations.ts';
import type { PersistedQueries } from './persisted-queries.ts';
import type { PreparedOperation } from './prepared.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** A request that needs no judge. */
export type Found = {
  readonly operation: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
};

const NO_VARIABLES: Readonly<Record<string, unknown>> = {};

/**
 * Finds what a parsed POST body asks for among the operations judged before. Null: the judge's door
 * is for it, because it was not asked before or because anything about it is unusual.
 */
export function finder(options: {
  judged: JudgedOperations;
  persisted: PersistedQueries | null;
  trusted: TrustedDocuments | null;
}): (body: unknown) => Found | null {
  const { judged, persisted, trusted } = options;

  return (body) => {
    if (!isRecord(body)) return null;
    const { query, operationName = null, variables = null, extensions = null, documentId } = body;
    if (operationName !== null && typeof operationName !== 'string') return null;
    if (variables !== null && !isRecord(variables)) return null;
    if (extensions !== null && !isRecord(extensions)) return null;
    const name = operationName ?? undefined;
    const hash = extensions === null ? undefined : hashOf(extensions.persistedQuery);
    let operation: PreparedOperation | undefined;
    if (hash === null) return null;
    if (typeof query === 'string') {
      if (documentId !== undefined || trusted?.mode === 'ids') return null;
      operation = judged.get(query, name);
      if (hash !== undefined && !isRegistered(hash, operation)) return null;
    } else if (query === undefined || query === null) {
      operation = byId(documentId, hash, name);
    }
    return operation === undefined ? null : { operation, variables: variables ?? NO_VARIABLES };
  };

  /** A text that comes with its hash must be registered by it, which the judge does. */
  function isRegistered(hash: string, operation: PreparedOperation | undefined): boolean {
    return trusted === null && operation?.source.hash === hash && persisted?.has(hash) === true;
  }

  function byId(
    documentId: unknown,
    hash: string | undefined,
    name: string | undefined,
  ): PreparedOperation | undefined {
    if (documentId !== undefined) {
      const text = typeof documentId === 'string' ? trusted?.text(documentId) : undefined;
      return text === undefined ? undefined : judged.get(text, name);
    }
    if (hash === undefined) return undefined;
    const text = trusted?.text(hash);
    if (text !== undefined) return judged.get(text, name);
    return persisted?.has(hash) === true ? judged.getByHash(hash, name) : undefined;
  }
}

/** Undefined: none. Null: something that is no hash in version 1. */
function hashOf(persistedQuery: unknown): string | undefined | null {
  if (persistedQuery === undefined) return undefined;
  if (!isRecord(persistedQuery) || persistedQuery.version !== 1) return null;
  const { sha256Hash } = persistedQuery;
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}
