import type { DocumentNode } from 'graphql';

/**
 * The static cost of one operation. `variables` are the request's raw variables: what does not fit
 * counts as absent. Cheap, and constant where nothing depends on variables. Never throws.
 */
export type Estimate = ((variables: Readonly<Record<string, unknown>>) => number) & {
  /**
   * A field (`Type.field`) that is not given exactly one slicing argument although its `@listSize`
   * asks for that; null where there is none.
   */
  readonly unsliced: (variables: Readonly<Record<string, unknown>>) => string | null;
};

/** The cost rules of one generation. */
export type DemandControl = {
  /** Compiles the estimate of a valid operation, once: keep it with the prepared operation. */
  readonly prepare: (document: DocumentNode, operationName: string | undefined) => Estimate;
};
