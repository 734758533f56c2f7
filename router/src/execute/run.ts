import type { CompiledNode } from '../plan/compiled.ts';
import { runFetch } from './fetch.ts';
import type { ExecutionScope } from './request.ts';

/** Walks a plan: what is parallel runs at once, what is a sequence in order, failures or not. */
export async function runNode(node: CompiledNode, scope: ExecutionScope): Promise<void> {
  switch (node.kind) {
    case 'fetch':
      return runFetch(node, scope);
    case 'sequence':
      for (const child of node.nodes) await runNode(child, scope);
      return;
    case 'parallel':
      await Promise.all(node.nodes.map((child) => runNode(child, scope)));
      return;
    case 'condition': {
      const branch = scope.coerced[node.variable] === true ? node.ifTrue : node.ifFalse;
      if (branch !== null) await runNode(branch, scope);
    }
  }
}
