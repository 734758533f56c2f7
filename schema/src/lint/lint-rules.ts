export type LintLevel = 'error' | 'warning' | 'off';

/** What the lint looks at, and how much it minds where schema.yaml does not say. */
export const LINT_RULES = {
  /** `Product`: letters and digits, a capital first. */
  TYPE_NAME: 'error',
  /** `firstName`, of fields, arguments and input fields. */
  FIELD_NAME: 'error',
  /** `IN_TRANSIT`. */
  ENUM_VALUE_NAME: 'error',
  /** Of types, fields, arguments and input fields. */
  DESCRIPTION_MISSING: 'warning',
  /** `@deprecated` says what to use instead. */
  DEPRECATION_REASON: 'error',
  /** The reason says until when: `Removed after 2027-01-31`. */
  DEPRECATION_DATE: 'error',
  /** That day is over. */
  DEPRECATION_OVERDUE: 'warning',
  /** `XConnection` has `edges: [XEdge]` and `pageInfo: PageInfo!`. */
  CONNECTION_SHAPE: 'error',
  /** `XEdge` has `node` and `cursor`. */
  EDGE_SHAPE: 'error',
  /** What returns a connection takes `first` and `after`, or `last` and `before`. */
  CONNECTION_ARGUMENTS: 'error',
  /** What leads to another subgraph's entity can be null, so that its absence costs only that. */
  ENTITY_REFERENCE_NON_NULL: 'error',
} as const satisfies Record<string, LintLevel>;

export type LintRule = keyof typeof LINT_RULES;
export const LINT_RULE_NAMES = Object.keys(LINT_RULES) as [LintRule, ...LintRule[]];
