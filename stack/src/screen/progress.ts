import { type Row, renderChange, renderRow } from './rows.ts';
import { painter } from './style.ts';

/** Shows how far everything is. */
export type Progress = {
  set: (id: string, state: Row['state'], note?: string) => void;
  /** Leaves what is shown; later changes are shown as lines. */
  finish: () => void;
};

type Tracked = Row & { since: number };

const FRAME_MS = 80;
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_LINE = '\u001b[2K';
const up = (lines: number) => (lines > 0 ? `\u001b[${lines}A` : '');

/** A list that redraws itself on a terminal; elsewhere one line for each change. */
export function showProgress(out: NodeJS.WriteStream, ids: readonly string[]): Progress {
  const startedAt = Date.now();
  const rows = new Map<string, Tracked>(
    ids.map((id) => [id, { id, state: 'waiting', elapsedMs: 0, note: '', since: startedAt }]),
  );
  const live = out.isTTY && (out.rows ?? 0) > ids.length + 2;
  const view = live ? liveList(out, rows) : { changed: printChange(out), finish: () => {} };
  return {
    set: (id, state, note = '') => {
      const row = rows.get(id);
      if (row === undefined || (row.state === state && row.note === note)) return;
      const now = Date.now();
      // What is reached shows how long it took; what goes on shows how long it has been going on.
      const settles = state === 'ready' || state === 'done' || state === 'stopped';
      const elapsedMs = settles ? now - row.since : 0;
      const next = { ...row, state, note, elapsedMs, since: settles ? row.since : now };
      rows.set(id, next);
      view.changed(next);
    },
    finish: () => view.finish(),
  };
}

const printChange = (out: NodeJS.WriteStream) => (row: Row) => {
  if (row.state !== 'starting' && row.state !== 'stopping') out.write(`${renderChange(row)}\n`);
};

function liveList(out: NodeJS.WriteStream, rows: ReadonlyMap<string, Tracked>) {
  const paint = painter(out);
  const width = Math.max(...[...rows.keys()].map((id) => id.length));
  let tick = 0;
  let drawn = 0;
  const draw = () => {
    const now = Date.now();
    const lines = [...rows.values()].map((row) => {
      const going = row.state === 'starting' || row.state === 'stopping';
      const elapsedMs = going ? now - row.since : row.elapsedMs;
      return `${CLEAR_LINE}${renderRow({ ...row, elapsedMs }, width, tick, paint)}\n`;
    });
    out.write(up(drawn) + lines.join(''));
    drawn = lines.length;
  };
  out.write(HIDE_CURSOR);
  draw();
  const timer = setInterval(() => {
    tick += 1;
    draw();
  }, FRAME_MS);
  timer.unref();
  return {
    changed: draw,
    finish: () => {
      clearInterval(timer);
      draw();
      out.write(SHOW_CURSOR);
    },
  };
}
