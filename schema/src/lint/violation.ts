import type { Declaration } from '../composition/declarations.ts';
import type { LintRule } from './lint-rules.ts';

/** Something that the lint minds, at what is declared so. */
export type Violation = { rule: LintRule; message: string; at: Declaration };
