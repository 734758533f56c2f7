import { escapeHtml } from '../landing/html.ts';
import type { Step } from './step.ts';
import { fetchCard } from './svg-card.ts';

/** Pixels. */
const BESIDE = 48;
const BELOW = 16;
const FRAME = { top: 26, side: 12 };

type Point = readonly [x: number, y: number];
type Drawn = {
  readonly svg: string;
  readonly entries: readonly Point[];
  readonly exits: readonly Point[];
};

/** A part of the picture: how large it is, and how to draw it with its left upper corner somewhere. */
export type Box = {
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, y: number) => Drawn;
};

/** What happens at once stands below each other; what comes after stands to the right. */
export function boxOf(step: Step): Box {
  switch (step.kind) {
    case 'fetch':
      return leaf(fetchCard(step));
    case 'sequence':
      return row(step.steps.map(boxOf));
    case 'parallel':
      return column(step.steps.map(boxOf));
    case 'if':
      return framed(`if $${step.variable} is ${step.is}`, boxOf(step.step));
    case 'subscription': {
      const primary = boxOf(step.primary);
      return step.step === null
        ? framed('for every event', primary)
        : row([primary, framed('for every event', boxOf(step.step))]);
    }
  }
}

const leaf = ({ width, height, draw }: ReturnType<typeof fetchCard>): Box => ({
  ...{ width, height },
  draw: (x, y) => ({
    svg: draw(x, y),
    entries: [[x, y + height / 2]],
    exits: [[x + width, y + height / 2]],
  }),
});

function row(boxes: readonly Box[]): Box {
  const height = Math.max(...boxes.map((box) => box.height));
  return {
    height,
    width: boxes.reduce((sum, { width }) => sum + width, BESIDE * (boxes.length - 1)),
    draw: (x, y) => {
      let left = x;
      const drawn = boxes.map((box) => {
        const one = box.draw(left, y + (height - box.height) / 2);
        left += box.width + BESIDE;
        return one;
      });
      const arrows = drawn.slice(1).flatMap(({ entries }, index) => {
        const exits = drawn[index]?.exits ?? [];
        return exits.flatMap((from) => entries.map((to) => arrow(from, to)));
      });
      return {
        svg: [...arrows, ...drawn.map(({ svg }) => svg)].join('\n'),
        entries: drawn[0]?.entries ?? [],
        exits: drawn.at(-1)?.exits ?? [],
      };
    },
  };
}

function column(boxes: readonly Box[]): Box {
  return {
    width: Math.max(...boxes.map(({ width }) => width)),
    height: boxes.reduce((sum, { height }) => sum + height, BELOW * (boxes.length - 1)),
    draw: (x, y) => {
      let top = y;
      const drawn = boxes.map((box) => {
        const one = box.draw(x, top);
        top += box.height + BELOW;
        return one;
      });
      return {
        svg: drawn.map(({ svg }) => svg).join('\n'),
        entries: drawn.flatMap(({ entries }) => entries),
        exits: drawn.flatMap(({ exits }) => exits),
      };
    },
  };
}

function framed(title: string, inner: Box): Box {
  const width = inner.width + 2 * FRAME.side;
  const height = inner.height + FRAME.top + FRAME.side;
  return {
    ...{ width, height },
    draw: (x, y) => {
      const drawn = inner.draw(x + FRAME.side, y + FRAME.top);
      const frame = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="none" stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="4 4"/><text x="${x + FRAME.side}" y="${y + 17}" opacity="0.8">${escapeHtml(title)}</text>`;
      return { ...drawn, svg: `${frame}\n${drawn.svg}` };
    },
  };
}

function arrow([fromX, fromY]: Point, [toX, toY]: Point): string {
  const middle = toX - BESIDE / 2;
  return `<path d="M${fromX} ${fromY} H${middle - 12} C${middle} ${fromY} ${middle} ${toY} ${middle + 12} ${toY} H${toX - 7}" fill="none" stroke="currentColor" stroke-opacity="0.5"/><path d="M${toX - 8} ${toY - 4} L${toX} ${toY} L${toX - 8} ${toY + 4} Z" fill="currentColor" fill-opacity="0.6"/>`;
}
