import { parseArgs } from 'node:util';
import { benchCheckout } from './checkout/bench.ts';
import { benchRouter } from './router/bench.ts';
import { benchClients } from './router/client/bench.ts';
import { routerOptions } from './router/options.ts';
import { benchSchema } from './schema/bench.ts';
import { benchSubgraph } from './subgraph/bench.ts';

const USAGE = `Usage: npm run bench -- <what> [options]

What
  subgraph    the products subgraph, beside plain Apollo Server and beside a hand-written server
  router      our router, beside the stock gateway, Hive Gateway, Grafbase and a hand-written server
  client      the router's HTTP client, beside undici and node:http
  checkout    the whole stack, from placeOrder to CONFIRMED, with 1, 2 and 4 replicas of orders
  schema      npm run schema -- check: of this repository, and of 100 subgraphs with 10,000 types and
              5,000 operations; fails over 5 s, and 60 s or 2 GiB

Options of subgraph
  --rounds N    interleaved rounds                        (default: 7)
  --requests N  requests a round and server for the smallest workload, fewer for the larger
                                                          (default: 700)
  --short       3 rounds of 200 requests: a smoke test
  --profile     also say where our CPU goes, by package

Each server runs alone on core 0; load and PostgreSQL run on core 1. Answers are compared to the
letter before anything is measured.

Options of router
  --workload A,B  nested, unique, tiny, shop              (default: all)
  --only A,B      servers: stock, hive, hive-rust, grafbase, ours, limit, and those that keep or
                  share answers: ours-shared, ours-cached, hive-rust-shared, grafbase-shared,
                  grafbase-cached                         (default: all)
                  The others are installed when they are first asked for: 600 MB.
  --beside DIR    also the router of another checkout, to see what a change is worth
  --short         without the shop: a smoke test, that fails where answers differ
  --profile       where our CPU goes, by room and by function; of that other checkout with --beside

Options of client
  --rounds N    interleaved rounds of 3000 requests       (default: 7)
  --short       3 rounds of 500 requests: a smoke test

Options of checkout
  --requests N  checkouts for each number of replicas     (default: 700)
  --shoppers N  how many at once                          (default: 16)
  --short       60 checkouts: a smoke test

Options of schema
  --rounds N    runs                                      (default: 7; of the large graph, at most 3)
  --short       a tenth of the large graph, once: a smoke test
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    requests: { type: 'string', default: '700' },
    shoppers: { type: 'string', default: '16' },
    short: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    workload: { type: 'string' },
    only: { type: 'string' },
    beside: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [what] = positionals;

const KNOWN = ['subgraph', 'router', 'client', 'checkout', 'schema'];

if (values.help || what === undefined || !KNOWN.includes(what)) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else if (what === 'router') {
  await benchRouter(routerOptions(values));
} else if (what === 'client') {
  await benchClients({
    rounds: values.short ? 3 : Number(values.rounds),
    requests: values.short ? 500 : 3_000,
  });
} else if (what === 'schema') {
  await benchSchema({ rounds: Number(values.rounds), short: values.short });
} else if (what === 'subgraph') {
  await benchSubgraph({
    rounds: values.short ? 3 : Number(values.rounds),
    requests: values.short ? 200 : Number(values.requests),
    profile: values.profile,
  });
} else {
  await benchCheckout({
    checkouts: values.short ? 60 : Number(values.requests),
    shoppers: Number(values.shoppers),
  });
}
