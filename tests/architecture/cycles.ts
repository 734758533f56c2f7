import { imports, type Source } from './sources.ts';

/** Cycles in the import graph, each as the list of its files, first file repeated at the end. */
export function cycles(sources: readonly Source[]): string[][] {
  const graph = new Map(sources.map((source) => [source.path, imports(source)]));
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];

  function visit(file: string): void {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push([...trail.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    trail.push(file);
    for (const target of graph.get(file) ?? []) if (graph.has(target)) visit(target);
    trail.pop();
    done.add(file);
  }

  for (const file of graph.keys()) visit(file);
  return found;
}
