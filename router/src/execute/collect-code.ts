import { evaluate, isPlainName, literal } from '../plan/code.ts';
import type { Data } from './merge.ts';
import { descend } from './targets.ts';

/** Compiles the way from the root to the objects at a flatten path: `descend` without places. */
export function collectorOf(path: readonly string[]): (root: Data) => Data[] {
  if (path.length === 0) return (root) => [root];
  if (!path.every(isPlainName)) {
    return (root) => descend([{ value: root, place: null }], path).map(({ value }) => value);
  }
  const steps = path.map((step, at) => {
    const next = step === '@' ? at + 1 : at;
    const below = step === '@' ? '' : `c${at + 1}(v[${literal(step)}],out);`;
    return `function c${at}(v,out){if(v===null||typeof v!=="object")return;
if(Array.isArray(v)){for(let i=0;i<v.length;i++)c${next}(v[i],out);return}${below}}`;
  });
  const last = path.length;
  const end = `function c${last}(v,out){if(v===null||typeof v!=="object")return;
if(Array.isArray(v)){for(let i=0;i<v.length;i++)c${last}(v[i],out);return}out.push(v)}`;
  const body = `${[...steps, end].join('\n')}\nreturn (root)=>{const out=[];c0(root,out);return out}`;
  return evaluate(body, {});
}
