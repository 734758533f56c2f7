import { MANIFEST_FILE } from '@souk/router/rest/manifest';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Place } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';
import { routeName } from './described-routes.ts';

/** The line in a tree's routes.yaml of every route, by its name. */
export function routePlaces(tree: FileTree, folder: string): Map<string, Place> {
  const file = `${folder.replace(/\/$/, '')}/${MANIFEST_FILE}`;
  const lines = new LineCounter();
  const yaml = parseDocument(tree.read(file) ?? '', { lineCounter: lines });
  const routes = yaml.get('routes');
  const places = new Map<string, Place>();
  for (const route of isSeq(routes) ? routes.items : []) {
    if (!isMap(route) || !route.range) continue;
    const { line, col } = lines.linePos(route.range[0]);
    const name = routeName(String(route.get('method')), String(route.get('path')));
    places.set(name, { file, line, column: col });
  }
  return places;
}
