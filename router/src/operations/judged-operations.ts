import { LRUCache } from 'lru-cache';
import type { Generation } from '../generation/generation.ts';
import type { PreparedOperation } from './prepared.ts';

/**
 * Operations that Apollo Server has found valid on the generation that serves, by their exact text
 * and by its SHA-256, and by their name in it. What was judged on another generation is not here.
 */
export type JudgedOperations = {
  get: (text: string, operationName: string | undefined) => PreparedOperation | undefined;
  getByHash: (sha256: string, operationName: string | undefined) => PreparedOperation | undefined;
  /** Remembers an operation, unless its generation serves no longer. */
  add: (operation: PreparedOperation) => void;
  /** Forgets all and takes these instead, at a swap. */
  replace: (serving: Generation, operations: readonly PreparedOperation[]) => void;
  /** Most recently used last. */
  all: () => readonly PreparedOperation[];
};

/** The operations of one text. */
type Document = {
  readonly text: string;
  readonly hash: string;
  /** What runs without a name, where the document has one operation. */
  unnamed: PreparedOperation | undefined;
  readonly named: Map<string, PreparedOperation>;
};

/** Bounded by the number of texts and by their length together, in UTF-16 code units. */
export function judgedOperations(
  first: Generation,
  limits: { maxTexts: number; maxLength: number },
): JudgedOperations {
  let serving = first;
  const byHash = new Map<string, Document>();
  const byText = new LRUCache<string, Document>({
    max: limits.maxTexts,
    maxSize: limits.maxLength,
    sizeCalculation: ({ text }) => text.length,
    dispose: ({ hash }) => void byHash.delete(hash),
  });
  const inDocument = (document: Document | undefined, operationName: string | undefined) =>
    operationName === undefined ? document?.unnamed : document?.named.get(operationName);

  function add(operation: PreparedOperation): void {
    if (operation.generation !== serving) return;
    const { text, source } = operation;
    let document = byText.get(text);
    if (document === undefined) {
      document = { text, hash: source.hash, unnamed: undefined, named: new Map() };
      byText.set(text, document);
      if (!byText.has(text)) return;
      byHash.set(source.hash, document);
    }
    if (source.operationName === undefined) document.unnamed = operation;
    else document.named.set(source.operationName, operation);
  }

  return {
    get: (text, operationName) => inDocument(byText.get(text), operationName),
    getByHash: (sha256, operationName) => {
      const document = byHash.get(sha256);
      return document && inDocument(byText.get(document.text), operationName);
    },
    add,
    replace: (next, operations) => {
      byText.clear();
      byHash.clear();
      serving = next;
      for (const operation of operations) add(operation);
    },
    all: () =>
      [...byText.rvalues()].flatMap((document) =>
        document === undefined
          ? []
          : [...(document.unnamed ? [document.unnamed] : []), ...document.named.values()],
      ),
  };
}
