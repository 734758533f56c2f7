import type { CompositionSuccess } from '@apollo/composition';
import type { Finding } from '../report/finding.ts';
import { whereabouts } from './composition-finding.ts';
import type { Definitions, SubgraphDocument } from './definitions.ts';

/** Composition's levels of hints: from WARN on they are worth a look, below INFO they are noise. */
const WARN = 60;
const INFO = 40;

type Hint = CompositionSuccess['hints'][number];

/** What composition thinks of a supergraph that it could compose; never an error. */
export function hintFinding(
  hint: Hint,
  subgraphs: readonly SubgraphDocument[],
  definitions: Definitions,
): Finding[] {
  const { code, level } = hint.definition;
  if (level.value < INFO) return [];
  const where = whereabouts(hint.message, hint.nodes ?? [], subgraphs, definitions);
  return [
    {
      ...{ check: 'composition', rule: code, severity: 'safe' },
      level: level.value >= WARN ? 'warning' : 'notice',
      ...where,
      coordinate: hint.coordinate ?? where.coordinate,
    },
  ];
}
