import type { SchemaConfig } from '../config/schema-config.ts';
import type { KnownOperations } from '../operations/operation.ts';
import type { Finding } from '../report/finding.ts';
import type { Side } from './side.ts';

/** What every check is given. */
export type Comparison = {
  base: Side;
  /** The proposal. */
  head: Side;
  config: SchemaConfig;
  /** What the base compares, and where it has it, by its own schema.yaml; absent: as the proposal. */
  configBefore?: SchemaConfig;
  /** What clients send; read at the first call. */
  known: () => KnownOperations;
  /** The clock, so that windows and expiry can be tested. */
  now: Date;
  /** Told while it works, for standard error. */
  progress: (line: string) => void;
  signal: AbortSignal;
};

/** Looks at one aspect of a change. Only called with `heading` where both sides compose. */
export type Checker = {
  heading: string;
  /** False where it can also look at subgraphs that do not compose. */
  needsComposition: boolean;
  check: (comparison: Comparison) => Finding[] | Promise<Finding[]>;
};
