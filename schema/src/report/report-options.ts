import path from 'node:path';
import type { Io, Values } from '../command.ts';
import { EXIT, type ExitCode, Misuse } from '../exit-codes.ts';
import { gitFolder } from '../source/git-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import { FORMATS, READ_BY_HOSTS } from './formats.ts';
import { fromRepository } from './from-repository.ts';
import { hasFailed, type Report, type Style } from './report.ts';

export const REPORT_OPTIONS = { format: { type: 'string', multiple: true } } as const;

const NAMES = Object.keys(FORMATS).join(', ');

export const REPORT_USAGE = `  --format F          ${NAMES} (default: text)
  --format F=FILE     the same, into a file; --format can be repeated`;

/** Where a report goes: a file, or standard output. */
type Target = {
  write: (report: Report, style: Style) => string;
  file: string | null;
  /** Whether paths in it begin at the root of the repository. */
  forHosts: boolean;
};

/**
 * Writes a report as asked for, and gives what to say to the shell. Throws Misuse for a format that
 * there is not.
 */
export function tell(report: Report, values: Values, io: Io): ExitCode {
  for (const { write, file, forHosts } of targets(values)) {
    const told = forHosts ? fromRepository(report, gitFolder(io.cwd)) : report;
    const written = write(told, { colour: file === null && io.colour === true });
    if (file === null) io.out(written);
    else replaceFile(path.resolve(io.cwd, file), written);
  }
  return hasFailed(report) ? EXIT.failed : EXIT.passed;
}

/** Throws Misuse, so that a command can look before it does its work. */
export function targets({ format = ['text'] }: Values): Target[] {
  const asked = [format].flat().map((text): Target => {
    const [, name = '', file = null] = /^([^=]*)(?:=(.+))?$/s.exec(String(text)) ?? [];
    const write = Object.entries(FORMATS).find(([known]) => known === name)?.[1];
    if (write === undefined) throw new Misuse(`--format is one of ${NAMES}, not "${text}".`);
    return { write, file, forHosts: READ_BY_HOSTS.has(name) };
  });
  if (asked.filter(({ file }) => file === null).length > 1) {
    throw new Misuse('Two formats cannot share standard output: use --format NAME=FILE.');
  }
  return asked;
}
