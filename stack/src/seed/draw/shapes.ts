/** Small words for SVG elements; coordinates are those of the 640 by 640 drawing. */

export const rect = (x: number, y: number, w: number, h: number, r: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;

export const circle = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

/** A line with round ends. */
export const line = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const group = (transform: string, ...inside: string[]): string =>
  `<g transform="${transform}">${inside.join('')}</g>`;

export const faint = (opacity: number, ...inside: string[]): string =>
  `<g opacity="${opacity}">${inside.join('')}</g>`;

/** Many short lines of one kind in one element: `step` says where each goes. */
export const strokes = (
  count: number,
  step: (index: number) => string,
  stroke: string,
  width: number,
): string => line(Array.from({ length: count }, (_, index) => step(index)).join(''), stroke, width);

/** Light on a rounded surface. */
export const shine = (d: string, width = 14): string => faint(0.38, line(d, '#fff', width));

/** The soft shadow of something that stands on the floor, so wide. */
export const floor = (width: number, x = 320, y = 528): string =>
  faint(0.16, oval(x, y, width / 2, Math.max(12, width / 14), '#1b1b2a'));

/** The same shape so many times, so far apart. */
export const repeat = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');
