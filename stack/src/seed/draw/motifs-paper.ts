import { METAL, PAPER, type Tones, WOOD } from './palettes.ts';
import { circle, floor, group, line, oval, rect, repeat, shape, shine, strokes } from './shapes.ts';

export const paper = {
  notebook: (t: Tones) =>
    floor(360, 330, 548) +
    group(
      'rotate(-6 320 320)',
      rect(180, 100, 310, 436, 20, PAPER.shade),
      rect(174, 92, 310, 436, 20, PAPER.main),
      rect(160, 84, 310, 436, 24, t.main),
      shape('M184 84 h38 v436 h-38 q-24 0 -24 -24 v-388 q0 -24 24 -24z', t.deep),
      rect(412, 84, 20, 436, 0, t.accent),
      rect(254, 168, 124, 84, 10, t.pale),
      line('M278 198 h76 M278 222 h48', t.deep, 8),
      line('M310 520 v44', t.accent, 14),
      shine('M244 108 h120', 8),
    ),
  pen: (t: Tones) =>
    group(
      'rotate(42 320 320)',
      group('translate(14 16)', `<g opacity=".13">${rect(286, 60, 68, 440, 30, '#1b1b2a')}</g>`),
      rect(286, 40, 68, 250, 28, t.main),
      shape('M326 40 q28 0 28 28 v222 h-28z', t.deep),
      rect(280, 268, 80, 24, 8, METAL.main),
      rect(290, 290, 60, 170, 10, t.dark),
      shape('M292 456 h56 l-22 112 q-6 14 -12 0z', METAL.light),
      shape('M320 456 h28 l-22 112 q-3 7 -6 7z', METAL.main),
      line('M320 500 v60', METAL.dark, 5),
      circle(320, 496, 8, METAL.dark),
      rect(346, 84, 18, 140, 9, METAL.main),
      shine('M302 80 v160', 9),
    ) + line('M112 548 q60 -40 96 0 t96 -8 q40 -30 80 -4', t.main, 10),
  tape: (t: Tones) => {
    const roll = (main: string, deep: string, inner: string) =>
      shape('M-130 0 v70 a130 60 0 0 0 260 0 v-70z', deep) +
      repeat(7, (i) =>
        circle(-100 + i * 33, 62 + Math.round(40 * Math.sin((i * Math.PI) / 6)), 9, inner),
      ) +
      oval(0, 0, 130, 60, main) +
      oval(0, 0, 84, 38, PAPER.shade) +
      oval(0, 6, 74, 31, WOOD.dark);
    return (
      floor(420) +
      shape('M448 452 l120 30 l-8 40 l-14 -14 l-12 18 l-14 -14 l-82 -20z', t.main) +
      group('translate(350 410)', roll(t.light, t.main, t.pale)) +
      group('translate(280 304)', roll(t.main, t.deep, t.light)) +
      group('translate(330 198)', roll(t.pale, t.accent, '#fff'))
    );
  },
  cards: (t: Tones) => {
    const card = (fill: string, inside: string) =>
      `<rect x="-100" y="-150" width="200" height="300" rx="22" fill="${fill}" stroke="${t.deep}" stroke-opacity=".25" stroke-width="4"/>${inside}`;
    return (
      floor(400, 320, 552) +
      group(
        'translate(210 340) rotate(-20)',
        card(
          t.main,
          repeat(4, (i) => shape(`M0 ${-110 + i * 56} l36 28 l-36 28 l-36 -28z`, t.light)),
        ),
      ) +
      group(
        'translate(430 340) rotate(20)',
        card(t.deep, circle(0, 0, 56, t.accent) + circle(22, -14, 46, t.deep)),
      ) +
      group(
        'translate(320 310)',
        card(
          PAPER.main,
          shape('M0 -30 q18 -70 60 -50 q50 30 -60 120 q-110 -90 -60 -120 q42 -20 60 50z', t.main) +
            line('M0 40 q10 40 0 76', '#5d9160', 8) +
            shape('M4 90 q30 -36 52 -14 q-14 30 -52 14z', '#5d9160'),
        ),
      )
    );
  },
  book: (t: Tones) =>
    floor(420) +
    rect(128, 462, 384, 66, 12, t.accent) +
    shape('M150 472 h362 v46 h-362z', PAPER.main) +
    line('M160 488 h352 M160 504 h352', PAPER.shade, 4) +
    rect(118, 458, 46, 74, 14, t.accent) +
    group(
      'rotate(-8 320 300)',
      rect(206, 76, 270, 374, 12, t.dark),
      rect(214, 84, 250, 362, 6, PAPER.main),
      rect(186, 70, 270, 374, 14, t.main),
      rect(186, 70, 40, 374, 14, t.deep),
      rect(256, 120, 170, 96, 8, t.pale),
      line('M282 152 h118 M282 184 h70', t.deep, 10),
      circle(340, 330, 58, t.light),
      shape('M262 376 q40 -50 78 -10 t82 -16 v60 q0 6 -6 6 h-148 q-6 0 -6 -6z', t.accent),
    ),
  game: (t: Tones) => {
    const stick = (fill: string, marks: string) =>
      rect(-24, -130, 48, 264, 24, WOOD.dark) + rect(-24, -134, 48, 260, 24, fill) + marks;
    const crosses = strokes(3, (i) => `M-9 ${-70 + i * 62} l18 18 m0 -18 l-18 18`, t.dark, 6);
    const ring = strokes(
      16,
      (i) => {
        const side = (i % 4) * 72;
        return [
          'M',
          [150 + side, 438, 438 - side, 150][i >> 2],
          ' ',
          [120, 120 + side, 408, 408 - side][i >> 2],
          'h.1',
        ].join('');
      },
      t.pale,
      30,
    );
    return (
      floor(440, 320, 548) +
      group(
        'translate(26 20)',
        rect(102, 76, 384, 384, 30, t.deep),
        rect(102, 66, 384, 384, 30, t.main),
        line('M150 120 L438 408 M438 120 L150 408', t.light, 7),
        ring,
        line('M294 264h.1', t.accent, 48),
        circle(366, 120, 22, t.accent),
        circle(150, 336, 22, t.dark),
      ) +
      group('translate(190 440) rotate(-64)', stick(WOOD.light, crosses)) +
      group('translate(330 470) rotate(-98)', stick(WOOD.main, '')) +
      group('translate(470 400) rotate(24)', stick(WOOD.light, crosses))
    );
  },
  puzzle: (t: Tones) => {
    const piece = (fill: string) =>
      shape(
        'M0 0 h52 q-14 -46 28 -46 t28 46 h52 v52 q46 -14 46 28 t-46 28 v52 h-160 v-52 q-44 12 -44 -28 t44 -28z',
        fill,
      );
    return (
      floor(440, 330, 560) +
      group('translate(150 364) rotate(-3)', piece(t.deep)) +
      group('translate(346 376) rotate(14)', piece(t.accent)) +
      group('translate(148 164) rotate(-8)', piece(t.main), shine('M18 20 h24', 8)) +
      group('translate(362 138) rotate(12)', piece(t.light), shine('M18 20 h24', 8))
    );
  },
};
