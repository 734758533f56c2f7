import type { Changelog } from './changelog.ts';

const NOTHING = 'Nothing changed.';

function text(title: string, log: Changelog): string {
  const groups = log.map(
    ({ heading, lines }) => `${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
  return `${[title, ...(groups.length === 0 ? [NOTHING] : groups)].join('\n\n')}\n`;
}

function markdown(title: string, log: Changelog): string {
  const groups = log.map(
    ({ heading, lines }) =>
      `### ${heading}\n\n${lines.map((line) => `- ${escaped(line)}`).join('\n')}`,
  );
  const told = groups.length === 0 ? [NOTHING] : groups;
  return `${[`## ${escaped(title)}`, ...told].join('\n\n')}\n`;
}

const json = (title: string, log: Changelog): string =>
  `${JSON.stringify({ title, changes: log }, null, 2)}\n`;

/** Every way to write a changelog; each gives the whole text, a line break at its end. */
export const CHANGELOG_FORMATS = { text, markdown, json } satisfies Record<
  string,
  (title: string, log: Changelog) => string
>;

/** Text as text: what stands in a schema must not become markup, nor call anyone. */
const escaped = (line: string): string =>
  line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '@\u200b')
    .replace(/[\\`*_[\]|#~]/g, '\\$&');
