import type { CompiledNode } from '../plan/compiled.ts';
import { runFetch } from './fetch.ts';
import type { ExecutionScope } from './request.ts';

/** Walks a plan: what is parallel runs at once, what is a sequence in order, failures or not. */
export function runNode(node: CompiledNode, scope: ExecutionScope): Promise<unknown> {
  switch (node.kind) {
    case 'fetch':
      return runFetch(node, scope);
    case 'sequence':
      return runSequence(node.nodes, scope);
    case 'parallel':
      return Promise.all(node.nodes.map((child) => runNode(child, scope)));
    case 'condition': {
      const branch = scope.coerced[node.variable] === true ? node.ifTrue : node.ifFalse;
      return branch === null ? NOTHING : runNode(branch, scope);
    }
  }
}

const NOTHING = Promise.resolve();

async function runSequence(nodes: readonly CompiledNode[], scope: ExecutionScope): Promise<void> {
  for (const node of nodes) await runNode(node, scope);
}
