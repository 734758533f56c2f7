import type { State } from '../processes/supervise.ts';
import type { Colour, Paint } from './style.ts';

export type Row = {
  id: string;
  state: State | 'done';
  /** Milliseconds spent in the current state, or until it was reached. */
  elapsedMs: number;
  note: string;
};

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

const LOOKS: Record<Row['state'], { sign: string | null; colour: Colour; word: string }> = {
  waiting: { sign: '·', colour: 'dim', word: 'waiting' },
  starting: { sign: null, colour: 'cyan', word: 'starting' },
  ready: { sign: '✓', colour: 'green', word: 'ready' },
  done: { sign: '✓', colour: 'green', word: 'done' },
  unready: { sign: '!', colour: 'yellow', word: 'not ready' },
  crashed: { sign: '✗', colour: 'red', word: 'ended' },
  stopping: { sign: null, colour: 'cyan', word: 'stopping' },
  stopped: { sign: '–', colour: 'dim', word: 'stopped' },
};

/** One line of the live list. `tick` moves the spinner. */
export function renderRow(row: Row, width: number, tick: number, paint: Paint): string {
  const { sign, colour, word } = LOOKS[row.state];
  const mark = sign ?? FRAMES[tick % FRAMES.length] ?? '';
  const time = isTimed(row) ? seconds(row.elapsedMs) : '';
  const line = `  ${paint(colour, mark)} ${row.id.padEnd(width)}  ${paint(colour, word.padEnd(9))} ${paint('dim', `${time.padStart(7)}  ${row.note}`)}`;
  return line.trimEnd();
}

/** The same for an output that cannot be redrawn, such as a log. */
export function renderChange(row: Row): string {
  const { word } = LOOKS[row.state];
  const detail = [isTimed(row) ? seconds(row.elapsedMs) : '', row.note].filter(Boolean);
  return `${row.id}: ${word}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}`;
}

const isTimed = ({ state }: Row): boolean => state !== 'waiting' && state !== 'crashed';

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
