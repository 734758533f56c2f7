import { affectedText } from './affected-text.ts';
import { type Check, changeId, type Finding } from './finding.ts';
import { placeText } from './place-text.ts';
import { byCheck, levelOf, type Report } from './report.ts';

/**
 * JUnit XML, which nearly every CI shows: a suite for each check, a case for each finding; errors
 * are failures, approved ones skipped, the rest passes with its text as output.
 */
export function junit({ title, findings }: Report): string {
  const groups = byCheck(findings);
  const suites =
    groups.length === 0 ? [passed(title)] : groups.map(([check, own]) => suite(title, check, own));
  const failures = findings.filter((finding) => levelOf(finding) === 'error').length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: `schema ${title}`, tests: Math.max(findings.length, 1), failures })}>`,
    ...suites,
    '</testsuites>\n',
  ].join('\n');
}

const passed = (title: string): string =>
  `  <testsuite${attributes({ name: title, tests: 1, failures: 0, skipped: 0 })}>
    <testcase${attributes({ classname: title, name: 'nothing to tell' })}/>
  </testsuite>`;

function suite(title: string, check: Check, findings: readonly Finding[]): string {
  const failures = findings.filter((finding) => levelOf(finding) === 'error').length;
  const skipped = findings.filter(({ approved }) => approved !== undefined).length;
  return [
    `  <testsuite${attributes({ name: check, tests: findings.length, failures, skipped })}>`,
    ...findings.map((finding) => testCase(title, finding)),
    '  </testsuite>',
  ].join('\n');
}

function testCase(title: string, finding: Finding): string {
  const { check, rule, coordinate, scope, severity, message, place, approved } = finding;
  const name = [coordinate, rule, scope].filter((word) => word).join(' ');
  const opening = attributes({
    classname: `${title}.${check}`,
    name: `${name} ${changeId(finding)}`,
    ...(place !== undefined && { file: place.file, line: place.line }),
  });
  return `    <testcase${opening}>\n      ${outcome()}\n    </testcase>`;

  function outcome(): string {
    const told = detail(finding);
    if (approved !== undefined) {
      const why = `approved by ${approved.by} until ${approved.until}: ${approved.reason}`;
      return `<skipped${attributes({ message: why })}/>`;
    }
    return levelOf(finding) === 'error'
      ? `<failure${attributes({ type: severity, message })}>${escaped(told)}</failure>`
      : `<system-out>${escaped(told)}</system-out>`;
  }
}

const detail = ({ message, place, affected = [] }: Finding): string =>
  [
    message,
    ...(place === undefined ? [] : [`at ${placeText(place)}`]),
    ...affectedText(affected),
  ].join('\n');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
};

const escaped = (text: string): string =>
  // Control characters and halves of surrogate pairs cannot stand in XML, not even escaped.
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
