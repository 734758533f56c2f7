import { isRecord } from '../errors/subgraph-error.ts';
import type { Refusal } from './refusal.ts';
import type { Asked, TrustedDocuments } from './trusted-documents.ts';

/** A request's operation with the text that its id stands for, or why it is refused. */
export type Resolved<Request> = { readonly request: Request } | { readonly refusal: Refusal };

/** Puts the texts of trusted documents into a POST body, also into each operation of a batch. */
export function resolveBody(trusted: TrustedDocuments, body: unknown): Resolved<unknown> {
  if (Array.isArray(body)) {
    const requests: unknown[] = [];
    for (const each of body) {
      const resolved = resolveOne(trusted, each);
      if ('refusal' in resolved) return resolved;
      requests.push(resolved.request);
    }
    return { request: requests };
  }
  return resolveOne(trusted, body);
}

function resolveOne(trusted: TrustedDocuments, body: unknown): Resolved<unknown> {
  if (!isRecord(body)) return { request: body };
  const { documentId, extensions, ...rest } = body;
  const text = trusted.resolve({
    query: stringOf(body.query),
    documentId: stringOf(documentId),
    sha256: sha256Of(extensions),
  });
  if (text === null) return { request: body };
  if (typeof text !== 'string') return { refusal: text };
  return { request: { ...rest, query: text } };
}

/** Puts the text of a trusted document into the query string of a GET. */
export function resolveSearch(trusted: TrustedDocuments, search: string): Resolved<string> {
  const parameters = new URLSearchParams(search);
  const asked: Asked = {
    query: parameters.get('query') ?? undefined,
    documentId: parameters.get('documentId') ?? undefined,
    sha256: sha256Of(parseJson(parameters.get('extensions') ?? '')),
  };
  const text = trusted.resolve(asked);
  if (text === null) return { request: search };
  if (typeof text !== 'string') return { refusal: text };
  parameters.set('query', text);
  parameters.delete('documentId');
  parameters.delete('extensions');
  return { request: parameters.toString() };
}

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const sha256Of = (extensions: unknown): string | undefined =>
  isRecord(extensions) && isRecord(extensions.persistedQuery)
    ? stringOf(extensions.persistedQuery.sha256Hash)
    : undefined;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
