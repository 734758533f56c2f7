import type { DocumentNode, FieldNode, GraphQLFormattedError } from 'graphql';

/**
 * An operation as one kind of viewer may have it. Made once per operation and outcome of its
 * requirements; viewers with the same outcome get the same object.
 */
export type Variant = {
  /** Part of the key of the compiled operation. '' where nothing is withheld or overridden. */
  readonly key: string;
  /**
   * What is planned and fetched: the original document itself where nothing is withheld; null
   * where nothing is left, and nothing may be executed. Introspection and a root's `__typename`
   * that the client may have are left in.
   */
  readonly filtered: DocumentNode | null;
  /**
   * Nodes of the ORIGINAL document. A field of the answer is null, silently and with the null
   * propagation of its type, where each of the nodes that it merges is in this set or was collected
   * (through any fragments) from the selections of such a node. With other nodes beside them it is
   * completed from the data, and only what lies below withheld nodes alone is null. A withheld node
   * counts only where its type condition applies, as any node.
   */
  readonly withheld: ReadonlySet<FieldNode>;
  /** With the client's paths (`@` for any item of a list). They go into the answer's `errors`. */
  readonly errors: readonly GraphQLFormattedError[];
  /** The same, where they are configured to be told as `extensions.authorizationErrors` instead. */
  readonly authorizationErrors: readonly GraphQLFormattedError[];
  /** Where parts were refused, for logs: also where clients are told nothing. */
  readonly paths: readonly string[];
  /** The whole request is refused with `errors`: nothing is planned, and there is no `data`. */
  readonly rejected: boolean;
  /** Labels of progressive `@override` that are on; others are off. */
  readonly overrides: ReadonlyMap<string, boolean>;
};

const NOTHING: ReadonlySet<FieldNode> = new Set();
const NO_OVERRIDES: ReadonlyMap<string, boolean> = new Map();

/** The variant that withholds nothing. */
export const unfiltered = (document: DocumentNode): Variant => ({
  key: '',
  filtered: document,
  withheld: NOTHING,
  errors: [],
  authorizationErrors: [],
  paths: [],
  rejected: false,
  overrides: NO_OVERRIDES,
});
