import path from 'node:path';
import { canBeApproved } from '../approvals/apply-approvals.ts';
import { type Approval, readApprovals, withApprovals } from '../approvals/approvals-file.ts';
import { COMPARE_OPTIONS, COMPARE_USAGE, compare } from '../check/compare.ts';
import type { Command, Io, Values } from '../command.ts';
import { readSchemaConfig } from '../config/schema-config.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { changeId, type Finding } from '../report/finding.ts';
import { gitUser } from '../source/git-user.ts';
import { replaceFile } from '../source/replace-file.ts';
import { workingTree } from '../source/working-tree.ts';

export const approve: Command = {
  summary: 'let a change through that check refuses, for a reason and until a day',
  usage: `Usage: npm run schema -- approve ID... --reason TEXT --until DATE [options]
       npm run schema -- approve --prune

Writes approvals into the file that approvals of schema.yaml names (default: schema.approvals.yaml).
An id is what check shows behind a change; it stays the same as long as the change does. Check is run
first, so that only what it finds can be approved.

Options
  --reason TEXT       why it may go through
  --until DATE        the last day on which it may, such as 2026-12-31
  --by NAME           who says so                     (default: user.name of git)
  --force             also for an id that check does not find here
  --prune             remove approvals that have expired
${COMPARE_USAGE}
  --help              this text

Exit codes: 0 written, 2 usage or configuration, 3 a fault of this program.
`,
  options: {
    ...COMPARE_OPTIONS,
    reason: { type: 'string' },
    until: { type: 'string' },
    by: { type: 'string' },
    force: { type: 'boolean', default: false },
    prune: { type: 'boolean', default: false },
  },
  run: async ({ values, positionals: ids, io }) => {
    const tree = workingTree(io.cwd);
    const { approvals: file } = readSchemaConfig(tree, String(values.config));
    const now = new Date();
    const today = now.toISOString().slice(0, 10);
    const expired = readApprovals(tree, file).filter(({ until }) => until < today);
    const remove = new Set(values.prune ? expired.map(({ id }) => id) : []);
    if (ids.length === 0 && !values.prune) throw new Misuse('Name the changes: approve ID...');
    const add = ids.length === 0 ? [] : await approvalsOf(ids, { values, io, now, today });
    const text = withApprovals({ file, text: tree.read(file) }, { add, remove });
    replaceFile(path.resolve(io.cwd, file), text);
    for (const { id, change, until } of add) io.progress(`${id} ${change ?? ''} until ${until}`);
    if (values.prune) io.progress(`${remove.size} expired approvals removed.`);
    return EXIT.passed;
  },
};

type Asked = { values: Values; io: Io; now: Date; today: string };

async function approvalsOf(ids: readonly string[], asked: Asked): Promise<Approval[]> {
  const { values, io, now, today } = asked;
  const { reason, until } = values;
  if (typeof reason !== 'string' || reason.trim() === '') throw new Misuse('--reason says why.');
  if (typeof until !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(until) || !isDay(until)) {
    throw new Misuse('--until is a day such as 2026-12-31.');
  }
  if (until < today) throw new Misuse(`--until ${until} is over.`);
  const wrong = ids.find((id) => !/^[0-9a-f]{12}$/.test(id));
  if (wrong !== undefined)
    throw new Misuse(`"${wrong}" is not a change id of 12 hexadecimal digits.`);
  const by = typeof values.by === 'string' ? values.by : gitUser(io.cwd);
  if (by === null) throw new Misuse('--by says who: git has no user.name here.');
  const found = values.force ? [] : (await compare(values, io, now)).findings;
  return ids.map((id) => {
    const finding = found.find((each) => changeId(each) === id);
    if (finding === undefined && !values.force) throw unknown(id, found);
    if (finding !== undefined && !canBeApproved(finding)) {
      throw new Misuse(`${id} needs or takes no approval: ${finding.message}`);
    }
    const change = finding === undefined ? {} : { change: described(finding) };
    return { id, ...change, reason: reason.trim(), by, until };
  });
}

const described = ({ check, rule, coordinate, scope }: Finding): string =>
  [check, rule, coordinate, ...(scope === undefined ? [] : [`(${scope})`])].join(' ');

function unknown(id: string, found: readonly Finding[]): Misuse {
  const known = found
    .filter(({ level }) => level === 'error')
    .map((finding) => `  ${changeId(finding)}  ${described(finding)}`);
  return new Misuse([`check finds no change ${id} here. It finds:`, ...known].join('\n'));
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
