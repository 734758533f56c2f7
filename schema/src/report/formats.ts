import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Report, Style } from './report.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

type Format = 'text' | 'json' | 'github' | 'gitlab' | 'sarif' | 'junit' | 'markdown';
type Write = (report: Report, style: Style) => string;

/** Every way to write a report; each gives the whole text, a line break at its end. */
export const FORMATS: Readonly<Record<Format, Write>> = {
  ...{ text, json, github, gitlab, sarif, junit, markdown },
};

/** Formats that a code host reads, which looks for files from the root of the repository. */
export const READ_BY_HOSTS: ReadonlySet<string> = new Set<Format>([
  ...(['github', 'gitlab', 'sarif', 'junit'] as const),
]);
