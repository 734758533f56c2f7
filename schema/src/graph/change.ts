import type { Severity } from '../report/finding.ts';

/** One difference between two schemas, before anything is known of who uses them. */
export type Change = {
  rule: string;
  /** A schema coordinate; a union's member or a type's interface is written as one, too. */
  coordinate: string;
  severity: Extract<Severity, 'breaking' | 'dangerous' | 'safe'>;
  message: string;
  /** What it was and has become, where rule and coordinate leave that open. */
  becomes?: string;
  /** An operation is hit if it uses all the coordinates of one of these lists. */
  hits: readonly (readonly string[])[];
  /** Operations that use this are not hit, such as those that give an argument that has become required. */
  sparing?: string;
};

/** Breaking where `isBreaking`, else the lesser. */
export const breakingIf = (isBreaking: boolean, lesser: 'dangerous' | 'safe' = 'safe') =>
  isBreaking ? 'breaking' : lesser;
