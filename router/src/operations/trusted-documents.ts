import { stripIgnoredCharacters } from 'graphql';
import type { Manifest } from './manifest.ts';
import { idAndBody, idRequired, notInList, notInSafeList, type Refusal } from './refusal.ts';

/**
 * `optional`: documents may be asked for by id, and anything else may be asked. `enforced`: only
 * what is in the list, by id or by text. `ids`: only by id.
 */
export type TrustMode = 'optional' | 'enforced' | 'ids';

export type TrustedDocuments = {
  readonly mode: TrustMode;
  /** The text that an id stands for. */
  text: (id: string) => string | undefined;
  /**
   * What a request stands for: its text, null for none of ours to say (an automatic persisted query,
   * or a request with neither), or why it is refused.
   */
  resolve: (asked: Asked) => string | Refusal | null;
  /** Takes the place of the list. */
  replace: (manifest: Manifest) => void;
};

/** How a request names its operation. */
export type Asked = {
  readonly query: string | undefined;
  /** `documentId`, as GraphQL over HTTP has it (appendix Persisted Documents). */
  readonly documentId: string | undefined;
  /** `extensions.persistedQuery.sha256Hash`, as Apollo's clients send it. */
  readonly sha256: string | undefined;
};

export function trustedDocuments(first: Manifest, mode: TrustMode): TrustedDocuments {
  let documents = first;
  let bodies = bodiesOf(first);

  function resolve({ query, documentId, sha256 }: Asked): string | Refusal | null {
    const known = documents.get(documentId ?? sha256 ?? '');
    if (known !== undefined) {
      return query === undefined || query === known ? known : idAndBody;
    }
    if (documentId !== undefined) return notInList;
    if (query === undefined) return sha256 === undefined || mode === 'optional' ? null : notInList;
    if (mode === 'optional') return null;
    if (mode === 'ids') return idRequired;
    return bodies.has(query) || bodies.has(normalized(query)) ? null : notInSafeList;
  }

  return {
    mode,
    text: (id) => documents.get(id),
    resolve,
    replace: (manifest) => {
      documents = manifest;
      bodies = bodiesOf(manifest);
    },
  };
}

/** Each text as it is, and without the characters that mean nothing. */
const bodiesOf = (manifest: Manifest): ReadonlySet<string> =>
  new Set([...manifest.values()].flatMap((body) => [body, normalized(body)]));

function normalized(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return text;
  }
}
