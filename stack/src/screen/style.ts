import { styleText } from 'node:util';

export type Colour = 'green' | 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** Colours a text, or leaves it alone where the output is no terminal or NO_COLOR is set. */
export type Paint = (colour: Colour, text: string) => string;

export const painter =
  (stream: NodeJS.WriteStream): Paint =>
  (colour, text) =>
    styleText(colour, text, { stream });

export const plain: Paint = (_, text) => text;
