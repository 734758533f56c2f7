import { METAL, type Tones, WOOD } from './palettes.ts';
import { circle, floor, line, rect, repeat, shape, shine } from './shapes.ts';

export const electronics = {
  headphones: (t: Tones) =>
    floor(360, 320, 550) +
    line('M136 370 v-40 q0 -214 184 -214 t184 214 v40', t.main, 34) +
    line('M186 190 q40 -62 134 -62 t134 62', t.pale, 12) +
    rect(96, 330, 108, 190, 50, t.deep) +
    rect(436, 330, 108, 190, 50, t.deep) +
    rect(164, 342, 64, 166, 30, t.light) +
    rect(412, 342, 64, 166, 30, t.light) +
    circle(146, 424, 30, t.accent) +
    circle(494, 424, 30, t.accent) +
    shine('M152 290 q10 -70 56 -112', 9),
  speaker: (t: Tones) =>
    floor(280) +
    rect(176, 90, 288, 438, 44, t.main) +
    shape('M404 90 h16 q44 0 44 44 v350 q0 44 -44 44 h-16z', t.deep) +
    circle(306, 376, 98, t.dark) +
    circle(306, 376, 78, t.light) +
    circle(306, 376, 36, t.dark) +
    circle(306, 198, 52, t.dark) +
    circle(306, 198, 34, t.light) +
    circle(306, 198, 13, t.dark) +
    circle(222, 494, 8, t.accent) +
    rect(196, 520, 52, 18, 8, t.dark) +
    rect(392, 520, 52, 18, 8, t.dark) +
    shine('M256 330 q18 -24 44 -30', 9) +
    shine('M204 136 v90', 10),
  radio: (t: Tones) =>
    line('M450 220 L540 66', METAL.dark, 10) +
    circle(542, 62, 12, METAL.main) +
    line('M200 226 v-50 q0 -26 26 -26 h170 q26 0 26 26 v50', WOOD.dark, 18) +
    floor(440) +
    rect(100, 220, 440, 300, 48, t.main) +
    shape('M100 430 h440 v42 q0 48 -48 48 h-344 q-48 0 -48 -48z', t.deep) +
    circle(226, 350, 92, t.dark) +
    repeat(5, (i) =>
      line(
        `M${158 + (i === 0 || i === 4 ? 22 : 0)} ${298 + i * 26} h${i === 0 || i === 4 ? 92 : 136}`,
        t.light,
        8,
      ),
    ) +
    rect(352, 266, 152, 66, 14, '#fff3c9') +
    line('M370 312 h116', '#8a7a55', 5) +
    repeat(6, (i) => line(`M${374 + i * 22} 294 v10`, '#8a7a55', 4)) +
    line('M436 278 v42', t.accent, 7) +
    circle(388, 388, 30, t.pale) +
    circle(472, 388, 30, t.pale) +
    line('M388 388 v-22 M472 388 l16 -14', t.dark, 7) +
    rect(140, 510, 60, 20, 8, t.dark) +
    rect(440, 510, 60, 20, 8, t.dark) +
    shine('M150 248 h110', 10),
  keyboard: (t: Tones) =>
    floor(540, 320, 470) +
    rect(56, 222, 528, 236, 30, t.dark) +
    rect(56, 206, 528, 236, 30, t.main) +
    rect(72, 222, 496, 204, 20, t.deep) +
    repeat(4, (row) =>
      repeat(row === 3 ? 5 : 10, (i) => {
        const wide = row === 3 && i === 2;
        const x = row < 3 ? 84 + i * 48 : [84, 132, 180, 420, 476][i];
        const fill =
          row === 0 && i === 0
            ? t.accent
            : row === 3 && i === 4
              ? t.accent
              : (i + row) % 5 === 3
                ? t.light
                : t.pale;
        const w = wide ? 232 : row === 3 && i > 2 ? 48 : 40;
        return rect(x ?? 84, 234 + row * 47, row === 3 && i === 4 ? 80 : w, 39, 9, fill);
      }),
    ) +
    line('M320 206 q0 -60 60 -60 q70 0 70 -60', t.dark, 10) +
    shine('M96 214 h140', 5),
};
