/** Trouble that a person can do something about: what is wrong, and what to do. */
export class StackError extends Error {
  override readonly name = 'StackError';
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

const START_OVER = 'If its data may be thrown away: npm start -- --fresh';

/**
 * Turns whatever went wrong into a message and an advice. `output` of PostgreSQL and of services is
 * searched for the causes that people meet: full disk, taken port, other version, damaged files.
 */
export function explain(error: unknown, dataDirectory: string): StackError {
  if (error instanceof StackError) return error;
  const code = codeOf(error);
  const text = `${error instanceof Error ? error.message : error}\n${outputOf(error)}`;
  if (code === 'ENOSPC' || /ENOSPC|no space left on device/i.test(text))
    return diskFull(dataDirectory);
  if (code !== undefined && isUnwritable(code, error)) {
    return new StackError(
      `${dataDirectory} cannot be written (${code}).`,
      'Make it writable, or keep the data elsewhere: SOUK_DATA_DIR=/some/folder npm start',
    );
  }
  if (error instanceof Error && error.name === 'PostgresFailed') {
    return explainPostgres(text, dataDirectory);
  }
  if (code === '28P01') {
    return new StackError(
      `PostgreSQL in ${dataDirectory} does not accept the passwords kept beside it.`,
      START_OVER,
    );
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new StackError(`Something unexpected went wrong: ${trace}`, `Logs: ${dataDirectory}/logs`);
}

/** A program of the stack that does not come up. `lastLines` are the end of its log. */
export function explainProgram(
  message: string,
  lastLines: readonly string[],
  logFile: string,
  dataDirectory: string,
): StackError {
  if (lastLines.some((line) => /ENOSPC|no space left on device/i.test(line))) {
    return diskFull(dataDirectory);
  }
  const quoted = lastLines.map((line) => `\n    ${line.slice(0, 300)}`).join('');
  return new StackError(`${message}${quoted && ` It said last:${quoted}`}`, `Its log: ${logFile}`);
}

export const diskFull = (dataDirectory: string): StackError =>
  new StackError(
    `The disk that holds ${dataDirectory} is full.`,
    'Free some space, or keep the data elsewhere: SOUK_DATA_DIR=/some/folder npm start',
  );

function explainPostgres(output: string, dataDirectory: string): StackError {
  if (/could not bind|address already in use/i.test(output)) {
    return new StackError(
      'The port that PostgreSQL needs was taken while it started.',
      'Stop what uses it, or shift all ports: SOUK_PORT_OFFSET=1000 npm start',
    );
  }
  if (/not compatible with this version|incompatible with server/i.test(output)) {
    return new StackError(
      `The database in ${dataDirectory} was made by another version of PostgreSQL.`,
      START_OVER,
    );
  }
  if (/lock file "postmaster\.pid" already exists/i.test(output)) {
    return new StackError(
      `Another PostgreSQL is running on ${dataDirectory}.`,
      `Stop it (its process id is the first line of ${dataDirectory}/postgres/postmaster.pid).`,
    );
  }
  if (/permission denied/i.test(output)) {
    return new StackError(
      `PostgreSQL may not use ${dataDirectory}: permission denied.`,
      'As root it runs as user postgres or nobody, who must be able to enter that folder: SOUK_DATA_DIR=/var/tmp/souk npm start',
    );
  }
  const cause = output.split('\n').findLast((line) => /FATAL|PANIC|error:/i.test(line));
  const detail = cause?.replace(/^.*?((FATAL|PANIC|error):)/i, '$1').trim() ?? 'no reason given';
  return new StackError(
    `The database in ${dataDirectory} cannot be started (${detail}).`,
    `${START_OVER}   Log: ${dataDirectory}/logs/postgres.log`,
  );
}

const UNWRITABLE = ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'];

/** Node reports a read-only file system as a missing folder when it makes several at once. */
const isUnwritable = (code: string, error: unknown): boolean =>
  UNWRITABLE.includes(code) ||
  (code === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall === 'mkdir');

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

const outputOf = (error: unknown): string =>
  error instanceof Error && 'output' in error ? String(error.output) : '';
