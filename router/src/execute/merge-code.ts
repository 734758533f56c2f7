import type { GraphQLSchema } from 'graphql';
import { evaluate, isPlainName, literal } from '../plan/code.ts';
import type { SelectionTree } from '../plan/selection-tree.ts';
import { copy, type Data, isConcrete, mergeInto, mergeValue } from './merge.ts';

export type Merge = (target: Data, source: Data, isFirst: boolean) => void;

/** Merges whatever is there; every object but the first gets a copy. */
export const generalMerge =
  (schema: GraphQLSchema): Merge =>
  (target, source, isFirst) =>
    mergeInto(schema, target, isFirst ? source : copy(source));

/**
 * Compiles merging for what a fetch brings. `isSettled(key)`: no other fetch writes below it, so
 * that objects which share an answer may share the value.
 */
export function mergerOf(
  schema: GraphQLSchema,
  brings: SelectionTree,
  isSettled: (key: string) => boolean,
): Merge {
  if (![...brings.keys()].every(isPlainName)) return generalMerge(schema);
  const steps = [...brings].map(([key, below]) => {
    const k = literal(key);
    if (key === '__typename') {
      return `v=e[${k}];if(v!==undefined&&v!==t[${k}]&&!(isConcrete(t[${k}])&&!isConcrete(v)))t[${k}]=v;`;
    }
    if (below === null) {
      return `v=e[${k}];if(v!==undefined&&(v!==null||t[${k}]===undefined))t[${k}]=v;`;
    }
    const own = isSettled(key) ? 'v' : '(isFirst?v:copy(v))';
    return `v=e[${k}];if(v!==undefined){x=t[${k}];if(x===undefined||x===null)t[${k}]=${own};else if(v!==null)t[${k}]=mergeValue(x,isFirst?v:copy(v));}`;
  });
  return evaluate(`return (t,e,isFirst)=>{let v,x;${steps.join('\n')}}`, {
    copy,
    isConcrete: (typename: unknown) => isConcrete(schema, typename),
    mergeValue: (existing: unknown, incoming: unknown) => mergeValue(schema, existing, incoming),
  });
}
