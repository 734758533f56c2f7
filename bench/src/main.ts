import { parseArgs } from 'node:util';
import { benchSubgraph } from './subgraph/bench.ts';

const USAGE = `Usage: npm run bench -- <what> [options]

What
  subgraph    the products subgraph, beside plain Apollo Server and beside a hand-written server

Options
  --rounds N    interleaved rounds                        (default: 7)
  --requests N  requests a round and server for the smallest workload, fewer for the larger
                                                          (default: 700)
  --short       3 rounds of 200 requests: a smoke test
  --profile     also say where our CPU goes, by package
  --help        this text

Each server runs alone on core 0; load and PostgreSQL run on core 1. Answers are compared to the
letter before anything is measured.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    requests: { type: 'string', default: '700' },
    short: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || positionals[0] !== 'subgraph') {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  await benchSubgraph({
    rounds: values.short ? 3 : Number(values.rounds),
    requests: values.short ? 200 : Number(values.requests),
    profile: values.profile,
  });
}
