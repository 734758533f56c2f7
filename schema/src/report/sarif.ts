import { affectedText } from './affected-text.ts';
import { changeId, type Finding, type Place } from './finding.ts';
import { levelOf, type Report, sorted } from './report.ts';

const LEVEL = { error: 'error', warning: 'warning', notice: 'note' } as const;
const NOWHERE: Place = { file: 'schema.yaml', line: 1 };

/** SARIF 2.1.0, as code scanning services read it. Approved findings are there, suppressed. */
export function sarif({ title, findings }: Report): string {
  const told = sorted(findings);
  const rules = [...new Set(told.map(ruleOf))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: `schema ${title}`, rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        results: told.map((finding) => result(finding, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = ({ check, rule }: Finding): string => `${check}/${rule}`;

function result(finding: Finding, rules: readonly string[]) {
  const { coordinate, message, place = NOWHERE, related = [], affected = [], approved } = finding;
  const logical = { logicalLocations: [{ fullyQualifiedName: coordinate }] };
  const others = [
    ...related,
    ...affected.flatMap(({ client, name, place: at }) =>
      at === undefined ? [] : [{ message: `used by ${client}: ${name}`, place: at }],
    ),
  ];
  return {
    ruleId: ruleOf(finding),
    ruleIndex: rules.indexOf(ruleOf(finding)),
    level: LEVEL[levelOf(finding)],
    message: { text: [messageOf(finding, message), ...affectedText(affected)].join('\n') },
    locations: [{ ...physical(place), ...(coordinate !== '' && logical) }],
    ...(others.length > 0 && {
      relatedLocations: others.map(({ message: text, place: at }, index) => ({
        id: index + 1,
        message: { text },
        ...physical(at),
      })),
    }),
    partialFingerprints: { 'changeId/v1': changeId(finding) },
    ...(approved !== undefined && {
      suppressions: [
        {
          ...{ kind: 'external', status: 'accepted' },
          justification: `${approved.reason} (${approved.by}, until ${approved.until})`,
        },
      ],
    }),
    properties: { severity: finding.severity },
  };
}

const messageOf = ({ coordinate, scope }: Finding, message: string): string =>
  `${scope === undefined ? '' : `[${scope}] `}${coordinate === '' ? '' : `${coordinate}: `}${message}`;

const physical = ({ file, line, column }: Place) => ({
  physicalLocation: {
    artifactLocation: { uri: encodeURI(file), uriBaseId: 'SRCROOT' },
    region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
  },
});
