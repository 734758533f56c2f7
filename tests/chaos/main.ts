import { invariants } from './invariants/every.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import { run } from './run.ts';
import { renderTable } from './table.ts';

const began = performance.now();
const tell = (line: string): void => {
  const seconds = ((performance.now() - began) / 1_000).toFixed(1).padStart(6);
  process.stderr.write(`${seconds} s  ${line}\n`);
};

function read(): Options | null {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

const options = read();
if (options === null) process.stdout.write(USAGE);
else await main(options);

async function main(chosen: Options): Promise<void> {
  const facts = await run({ ...chosen, tell });
  const rows = invariants.map(({ name, check }) => ({ name, ...check(facts) }));
  const seconds = Math.round((performance.now() - began) / 1_000);
  const { seed, checkouts, bus } = chosen;
  process.stdout.write(
    `\nseed ${seed}, ${checkouts} checkouts, bus ${bus ?? 'PostgreSQL'}: ${facts.orders.length} orders in ${seconds} s\n\n`,
  );
  process.stdout.write(renderTable(rows));
  process.exit(rows.some(({ breaches }) => breaches.length > 0) ? 1 : 0);
}
