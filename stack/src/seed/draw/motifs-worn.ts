import type { Tones } from './palettes.ts';
import { circle, floor, group, line, oval, rect, repeat, shape, shine } from './shapes.ts';

export const worn = {
  socks: (t: Tones) => {
    const sock = (main: string, deep: string) =>
      shape(
        'M0 0 h110 v200 q0 26 24 46 l70 56 q40 34 10 74 q-26 30 -66 8 l-116 -74 q-32 -22 -32 -66z',
        main,
      ) +
      shape('M0 216 q54 -6 66 52 q0 34 -24 46 l-10 -6 q-32 -22 -32 -66z', deep) +
      shape('M150 256 l54 46 q40 34 10 74 q-26 30 -66 8 l-30 -18 q-8 -76 32 -110z', deep) +
      rect(-6, -14, 122, 46, 14, deep) +
      rect(0, 70, 110, 20, 0, t.pale) +
      rect(0, 112, 110, 20, 0, t.accent);
    return (
      floor(420, 330, 540) +
      group('translate(300 130)', sock(t.deep, t.dark)) +
      group('translate(140 150)', sock(t.main, t.deep), shine('M22 50 v140', 10))
    );
  },
  hat: (t: Tones) =>
    floor(420) +
    shape('M166 440 q-20 -250 154 -250 t154 250z', t.main) +
    shape('M380 202 q110 50 94 238 h-80 q30 -140 -14 -238z', t.deep) +
    repeat(5, (i) =>
      line(`M${212 + i * 54} 400 q${(2 - i) * -6} -120 ${(2 - i) * 30} -180`, t.light, 8),
    ) +
    rect(136, 404, 368, 120, 40, t.light) +
    repeat(9, (i) => line(`M${170 + i * 37.5} 424 v80`, t.deep, 8)) +
    circle(320, 168, 60, t.accent) +
    repeat(8, (i) =>
      circle(
        320 + Math.round(50 * Math.cos(i * 0.785)),
        168 + Math.round(50 * Math.sin(i * 0.785)),
        20,
        t.accent,
      ),
    ) +
    circle(304, 152, 22, t.pale),
  scarf: (t: Tones) =>
    floor(280, 330, 560) +
    shape('M340 300 h110 l34 220 h-112z', t.deep) +
    repeat(6, (i) => line(`M${382 + i * 19} 520 v34`, t.dark, 8)) +
    shape('M210 300 h120 l-14 226 h-126z', t.main) +
    repeat(7, (i) => line(`M${198 + i * 18} 526 v34`, t.deep, 8)) +
    repeat(2, (i) =>
      shape(`M${202 - i * 3} ${424 + i * 42} h${122 - i * 2} l-2 22 h-122z`, i ? t.accent : t.pale),
    ) +
    shape('M380 440 h92 l4 22 h-94z M386 480 h92 l4 22 h-94z', t.main) +
    oval(320, 250, 180, 132, t.deep) +
    oval(320, 190, 124, 66, t.dark) +
    shape('M142 222 q20 110 178 110 t178 -110 q34 160 -178 160 t-178 -160z', t.light) +
    shape('M144 272 q36 84 176 84 t176 -84 q10 118 -176 118 t-176 -118z', t.main) +
    rect(216, 306, 124, 78, 34, t.light) +
    shine('M176 306 q20 30 44 46', 10),
  shoes: (t: Tones) => {
    const shoe = (main: string) =>
      shape('M0 20 q50 20 110 -14 q44 76 120 92 q70 14 74 74 v20 h-304z', main) +
      shape('M0 20 q50 20 110 -14 l24 36 q-60 60 -134 40z', t.light) +
      shape('M244 104 q56 18 60 68 v6 h-90 q-4 -56 30 -74z', t.pale) +
      repeat(3, (i) => line(`M${126 + i * 30} ${54 + i * 22} l-26 26`, '#fff', 10)) +
      rect(-8, 176, 322, 34, 17, PAPER_SOLE) +
      line('M0 204 h304', t.accent, 8);
    return (
      floor(440) +
      group('translate(226 226)', shoe(t.deep)) +
      group('translate(110 316)', shoe(t.main))
    );
  },
};

const PAPER_SOLE = '#fbf6ea';
