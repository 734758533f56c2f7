import type { Step } from './step.ts';
import { boxOf } from './svg-layout.ts';

/** Pixels around the picture. */
const MARGIN = 12;

/**
 * A plan as an SVG document: needs no font, script or style from elsewhere, and takes the colour of
 * the text around it. Hovering over a request shows its document. Ends with a line break.
 */
export function planSvg(step: Step | null): string {
  if (step === null) return picture(200, 40, '<text x="12" y="25">nothing is fetched</text>');
  const box = boxOf(step);
  const { svg } = box.draw(MARGIN, MARGIN);
  return picture(box.width + 2 * MARGIN, box.height + 2 * MARGIN, svg);
}

const picture = (width: number, height: number, inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Query plan" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">
${inner}
</svg>
`;
