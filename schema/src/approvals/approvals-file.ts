import { isMap, isSeq, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { problems, readYaml } from '../config/yaml-text.ts';
import { Misuse } from '../exit-codes.ts';
import type { Place } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';

const Approval = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/, 'must be a change id: 12 hexadecimal digits, in quotes'),
  change: z.string().optional(),
  reason: z.string().trim().min(1, 'must say why'),
  by: z.string().trim().min(1, 'must say who'),
  until: z.iso.date('must be a date such as 2026-12-31'),
});
const ApprovalsFile = z.strictObject({ approvals: z.array(Approval).nullable().default([]) });

/** A change that somebody let through; `until` is the last day (UTC) on which that holds. */
export type Approval = z.output<typeof Approval>;

/** Every approval with its place. No file: none. Throws Misuse naming line and key. */
export function readApprovals(tree: FileTree, file: string): (Approval & { place: Place })[] {
  const yaml = readYaml(file, tree.read(file) ?? '');
  const parsed = ApprovalsFile.safeParse(yaml.value ?? {});
  if (!parsed.success) throw problems(file, yaml, parsed.error.issues);
  const approvals = parsed.data.approvals ?? [];
  return approvals.map((approval, index) => ({
    ...approval,
    place: { file, ...yaml.placeOf(['approvals', index]) },
  }));
}

const HEADER = `# Changes that \`npm run schema -- check\` lets through, each for a reason and until a day.
# Written by \`npm run schema -- approve\`.
`;

/** The text of the file with approvals added and removed; comments and the rest stay as they are. */
export function withApprovals(
  { file, text }: { file: string; text: string | null },
  { add, remove }: { add: readonly Approval[]; remove: ReadonlySet<string> },
): string {
  const { document } = readYaml(file, text ?? `${HEADER}approvals: []\n`);
  if (!document.has('approvals')) document.set('approvals', document.createNode([]));
  const list = document.get('approvals', true);
  if (!isSeq(list)) throw new Misuse(`${file}: approvals must be a list.`);
  const replaced = new Set([...remove, ...add.map(({ id }) => id)]);
  list.items = list.items.filter((item) => !isMap(item) || !replaced.has(idOf(item)));
  for (const approval of add) {
    const node = document.createNode(approval) as YAMLMap;
    const id = node.get('id', true);
    // Twelve digits alone would be a number.
    if (typeof id === 'object' && id !== null) Object.assign(id, { type: 'QUOTE_DOUBLE' });
    list.add(node);
  }
  list.flow = list.items.length === 0;
  return document.toString({ lineWidth: 100 });
}

const idOf = (item: YAMLMap): string => String(item.get('id'));
