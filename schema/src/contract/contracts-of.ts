import type { Side } from '../check/side.ts';
import type { SchemaConfig } from '../config/schema-config.ts';
import type { Contract } from './contract.ts';

/** Every contract of a side by name; none where the subgraphs do not compose. */
export function contractsOf(
  side: Side,
  { contracts }: SchemaConfig,
): ReadonlyMap<string, Contract> {
  const made = new Map<string, Contract>();
  for (const [name, rules] of Object.entries(contracts)) {
    const contract = side.contract(name, rules);
    if (contract !== null) made.set(name, contract);
  }
  return made;
}
