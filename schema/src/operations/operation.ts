import type { DocumentNode } from 'graphql';
import type { Finding, Place } from '../report/finding.ts';

/** One operation that some client is known to send. */
export type Operation = {
  client: string;
  /** Its name; `anonymous-<hash>` for one without. */
  name: string;
  /** One operation with the fragments that it uses. */
  document: DocumentNode;
  /** Where it is written down. */
  place?: Place;
  /** Set where it was recorded: requests within the window, and when it was seen last. */
  recorded?: { count: number; lastSeen: Date };
};

/**
 * What is known of the clients. `usage` says how much silence is worth: only where records are
 * `fresh` does the absence of a request mean that nobody sends it.
 */
export type KnownOperations = {
  operations: readonly Operation[];
  usage: 'not-configured' | 'missing' | 'stale' | 'fresh';
  /** Documents that cannot be read, records that are missing or stale. */
  findings: readonly Finding[];
};
