import { isTest, type Source } from './sources.ts';

const COMMERCE =
  /\b(orders?|products?|carts?|payments?|shipments?|shipping|checkout|catalogue|prices?|stock|customers?|refunds?|skus?|invoices?|coupons?)\b/i;

/** Lines of platform/ that speak of commerce: mechanism must not know what it carries. */
export const commerceWords = (sources: readonly Source[]): string[] =>
  linesThat(
    sources.filter(({ path }) => path.startsWith('platform/') && !isTest(path)),
    (line) => COMMERCE.test(line.replace(/@souk\/|\border by\b/g, '')),
  );

/** Reads of process.* anywhere in a server but in its main.ts. */
export const processReaders = (sources: readonly Source[]): string[] =>
  linesThat(
    sources.filter(
      ({ path }) =>
        /^(subgraphs\/[^/]+|router|platform|contracts)\/src\//.test(path) &&
        !path.endsWith('/main.ts') &&
        !isTest(path),
    ),
    (line) => /(?<![\w.])process\.\w/.test(line.replace(/\/\/.*|^\s*\*.*/, '')),
  );

const VAGUE = /(^|[-/])(utils?|helpers?|managers?|services?|common|misc)(\.|\/|$)/;

/** File names that say nothing, are not kebab-case, or stand for a barrel. */
export const badNames = (sources: readonly Source[]): string[] =>
  sources
    .map(({ path }) => path)
    .filter((path) => !isTest(path))
    .filter((path) => {
      const name = path.split('/').at(-1) ?? '';
      return VAGUE.test(path) || !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(name);
    });

/** Files that only pass on what others export. */
export const barrels = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ text }) => {
      const lines = text
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^\s*(\/|\*)/.test(line));
      return lines.length > 0 && lines.every((line) => /^export .* from /.test(line));
    })
    .map(({ path }) => path);

const linesThat = (sources: readonly Source[], bad: (line: string) => boolean): string[] =>
  sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (bad(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
