import { extendedBy, nextOf, prefix, type Size } from './made-up-graph.ts';

const CLIENTS = 10;
/** Entities of a service, by which operations begin. */
const ENTRIES = 6;

/** Documents of ten clients by file, 50 operations each; every one crosses to other services. */
export function madeUpOperations({ subgraphs, operations }: Size): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let index = 0; index < operations; index += 1) {
    const file = `clients/client-${index % CLIENTS}/${Math.floor(index / 50)}.graphql`;
    files.set(file, `${files.get(file) ?? ''}${operation(index, subgraphs)}\n`);
  }
  return files;
}

function operation(index: number, subgraphs: number): string {
  const owner = index % subgraphs;
  const entity = Math.floor(index / subgraphs) % ENTRIES;
  const next = nextOf(owner, entity, subgraphs);
  const after = nextOf(next.owner, next.entity, subgraphs);
  // Who adds a field to the first entity of the service, if anybody does.
  const other = (owner - 7 + subgraphs) % subgraphs;
  const { owner: extended } = extendedBy(other, 0, subgraphs);
  const added = entity === 0 && extended === owner ? `added${prefix(other)}` : '';
  const depth = index % 3;
  return `query Operation${index}($id: ID!, $first: Int) {
  one: get${prefix(owner)}Entity${entity}(id: $id) {
    id name count tags state ${added}
    detail { text amount kind ${depth > 0 ? 'inner { text amount kind }' : ''} }
    related(first: $first) { id name }
    next { id name state ${depth > 1 ? `next { name count ${after.owner === next.owner ? 'tags' : ''} }` : ''} }
  }
}
`;
}
