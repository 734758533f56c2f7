import { createServer } from 'node:http';
import { rootFetch } from './fetches.ts';
import { nested } from './nested.ts';
import { subgraphClient } from './subgraph-client.ts';
import { unique } from './unique.ts';

// The limit: the same fetches and the same answers by hand, for these three operations and no other.
const [port = '0', ...urls] = process.argv.slice(2);
const [accounts, products, inventory, reviews] = urls.map(subgraphClient);
if (!accounts || !products || !inventory || !reviews) throw new Error('four subgraphs');
const asks = { accounts, products, inventory, reviews };

const product = rootFetch(products, 'query($upc:String!){product(upc:$upc){upc name price}}');
const answerNested = nested(asks);
const answerUnique = unique(asks);

function answer(body: string): Promise<unknown> {
  const { query, variables } = JSON.parse(body);
  if (query.startsWith('query Nested')) return answerNested();
  if (query.startsWith('query Unique')) return answerUnique(variables);
  if (query.startsWith('query Tiny')) return product(variables);
  return Promise.resolve({ __typename: 'Query' });
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    answer(body.toString()).then(
      (data) => {
        const text = JSON.stringify({ data });
        response.writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      },
      (error) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(port), '127.0.0.1');
