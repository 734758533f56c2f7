import { parseArgs } from 'node:util';
import { benchCheckout } from './checkout/bench.ts';
import { benchSubgraph } from './subgraph/bench.ts';

const USAGE = `Usage: npm run bench -- <what> [options]

What
  subgraph    the products subgraph, beside plain Apollo Server and beside a hand-written server
  checkout    the whole stack, from placeOrder to CONFIRMED, with 1, 2 and 4 replicas of orders

Options of subgraph
  --rounds N    interleaved rounds                        (default: 7)
  --requests N  requests a round and server for the smallest workload, fewer for the larger
                                                          (default: 700)
  --short       3 rounds of 200 requests: a smoke test
  --profile     also say where our CPU goes, by package

Each server runs alone on core 0; load and PostgreSQL run on core 1. Answers are compared to the
letter before anything is measured.

Options of checkout
  --requests N  checkouts for each number of replicas     (default: 700)
  --shoppers N  how many at once                          (default: 16)
  --short       60 checkouts: a smoke test
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    requests: { type: 'string', default: '700' },
    shoppers: { type: 'string', default: '16' },
    short: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [what] = positionals;

if (values.help || (what !== 'subgraph' && what !== 'checkout')) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
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
