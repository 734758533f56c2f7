import type { Option, OptionCode, OptionValue, Palette, Text } from './authoring.ts';

export const optionNames: Readonly<Record<OptionCode, Text>> = {
  colour: ['Colour', '색상'],
  size: ['Size', '사이즈'],
  volume: ['Volume', '용량'],
  material: ['Material', '소재'],
  scent: ['Scent', '향'],
  layout: ['Layout', '배열'],
  pack: ['Pack', '구성'],
  language: ['Language', '언어'],
};

export const colourNames: Readonly<Record<Palette, Text>> = {
  ink: ['Ink', '먹빛'],
  clay: ['Clay', '황토'],
  sage: ['Sage', '세이지'],
  sand: ['Sand', '모래'],
  plum: ['Plum', '자두'],
  sky: ['Sky', '하늘'],
  rose: ['Rose', '장미'],
  moss: ['Moss', '이끼'],
  amber: ['Amber', '호박'],
  snow: ['Snow', '눈꽃'],
  coal: ['Coal', '숯'],
};

const sizeNames = {
  xs: ['XS', 'XS'],
  s: ['S', 'S'],
  m: ['M', 'M'],
  l: ['L', 'L'],
  xl: ['XL', 'XL'],
} as const satisfies Record<string, Text>;

const bignessNames = {
  s: ['Small', '소'],
  m: ['Medium', '중'],
  l: ['Large', '대'],
} as const satisfies Record<string, Text>;

const languageNames = {
  en: ['English', '영어판'],
  ko: ['Korean', '한국어판'],
} as const satisfies Record<string, Text>;

/** A value of an option; adds is in minor units of KRW, USD, EUR. */
export const value = (
  code: string,
  en: string,
  ko: string,
  adds?: readonly [krw: number, usd: number, eur: number],
  addsGrams?: number,
): OptionValue => ({
  code,
  name: [en, ko],
  ...(adds === undefined ? {} : { adds }),
  ...(addsGrams === undefined ? {} : { addsGrams }),
});

export const option = (code: OptionCode, ...values: OptionValue[]): Option => ({ code, values });

export const colours = (...codes: Palette[]): Option => ({
  code: 'colour',
  values: codes.map((code) => ({ code, name: colourNames[code] })),
});

/** Sizes that cost and weigh the same. */
export const sizes = (...codes: (keyof typeof sizeNames)[]): Option => ({
  code: 'size',
  values: codes.map((code) => ({ code, name: sizeNames[code] })),
});

/** Sizes each of which costs and weighs one step more than the one before it. */
export const sizesUp = (
  [krw, usd, eur]: readonly [krw: number, usd: number, eur: number],
  grams: number,
  ...codes: (keyof typeof bignessNames)[]
): Option => ({
  code: 'size',
  values: codes.map((code, steps) => ({
    code,
    name: bignessNames[code],
    adds: [krw * steps, usd * steps, eur * steps],
    addsGrams: grams * steps,
  })),
});

export const languages = (...codes: (keyof typeof languageNames)[]): Option => ({
  code: 'language',
  values: codes.map((code) => ({ code, name: languageNames[code] })),
});

export type AttributeWords = { name: Text; values: Readonly<Record<string, Text>> };

/** What a product can be said to be: attribute codes, their names, and the values of each. */
export const attributes: Readonly<Record<string, AttributeWords>> = {
  material: {
    name: ['Material', '소재'],
    values: {
      stoneware: ['Stoneware', '석기'],
      porcelain: ['Porcelain', '백자'],
      onggi: ['Onggi earthenware', '옹기'],
      glass: ['Glass', '유리'],
      brass: ['Forged brass', '방짜 유기'],
      'carbon-steel': ['Carbon steel', '탄소강'],
      'stainless-steel': ['Stainless steel', '스테인리스강'],
      'cast-iron': ['Cast iron', '무쇠'],
      aluminium: ['Aluminium', '알루미늄'],
      titanium: ['Titanium', '티타늄'],
      oak: ['Oak', '참나무'],
      walnut: ['Walnut', '호두나무'],
      pine: ['Pine', '소나무'],
      ash: ['Ash', '물푸레나무'],
      bamboo: ['Bamboo', '대나무'],
      hanji: ['Hanji paper', '한지'],
      paper: ['Paper', '종이'],
      cotton: ['Cotton', '면'],
      linen: ['Linen', '리넨'],
      ramie: ['Ramie', '모시'],
      wool: ['Wool', '양모'],
      silk: ['Silk', '명주'],
      denim: ['Denim', '데님'],
      canvas: ['Canvas', '캔버스'],
      leather: ['Leather', '가죽'],
      nylon: ['Recycled nylon', '재생 나일론'],
      down: ['Down', '다운'],
      beeswax: ['Beeswax', '밀랍'],
      'soy-wax': ['Soy wax', '소이 왁스'],
      'plant-oils': ['Plant oils', '식물성 오일'],
      bristle: ['Natural bristle', '천연모'],
      plant: ['Living plant', '살아 있는 식물'],
      abs: ['Recycled ABS', '재생 ABS'],
    },
  },
  origin: {
    name: ['Made in', '만든 곳'],
    values: {
      seoul: ['Seoul', '서울'],
      icheon: ['Icheon', '이천'],
      yeoju: ['Yeoju', '여주'],
      gangjin: ['Gangjin', '강진'],
      damyang: ['Damyang', '담양'],
      jeonju: ['Jeonju', '전주'],
      andong: ['Andong', '안동'],
      hansan: ['Hansan', '한산'],
      daegu: ['Daegu', '대구'],
      busan: ['Busan', '부산'],
      jeju: ['Jeju', '제주'],
      boseong: ['Boseong', '보성'],
      gangneung: ['Gangneung', '강릉'],
      tongyeong: ['Tongyeong', '통영'],
      paju: ['Paju', '파주'],
      portugal: ['Portugal', '포르투갈'],
      japan: ['Japan', '일본'],
    },
  },
  care: {
    name: ['Care', '관리'],
    values: {
      dishwasher: ['Dishwasher safe', '식기세척기 사용 가능'],
      'hand-wash': ['Wash by hand', '손세척'],
      'season-with-oil': ['Dry and oil after use', '사용 후 말리고 기름칠'],
      'machine-30': ['Machine wash at 30 °C', '30도 세탁기 세탁'],
      'machine-60': ['Machine wash at 60 °C', '60도 세탁기 세탁'],
      'wool-cycle': ['Wool cycle, dry flat', '울 코스, 뉘어서 건조'],
      'dry-clean': ['Dry clean', '드라이클리닝'],
      wipe: ['Wipe with a damp cloth', '젖은 천으로 닦기'],
      'keep-dry': ['Keep dry', '습기 피하기'],
    },
  },
  season: {
    name: ['Season', '계절'],
    values: {
      spring: ['Spring', '봄'],
      summer: ['Summer', '여름'],
      autumn: ['Autumn', '가을'],
      winter: ['Winter', '겨울'],
      all: ['All year', '사계절'],
    },
  },
  fit: {
    name: ['Fit', '핏'],
    values: {
      slim: ['Slim', '슬림'],
      regular: ['Regular', '레귤러'],
      relaxed: ['Relaxed', '릴랙스'],
      boxy: ['Boxy', '박시'],
    },
  },
  technique: {
    name: ['Technique', '만드는 법'],
    values: {
      'wheel-thrown': ['Wheel thrown', '물레 성형'],
      'slip-cast': ['Slip cast', '주입 성형'],
      'wood-fired': ['Wood fired', '장작 가마'],
      'hand-blown': ['Hand blown', '입으로 불기'],
      forged: ['Forged', '단조'],
      handwoven: ['Handwoven', '손직조'],
      'natural-dye': ['Natural dye', '천연 염색'],
      quilted: ['Quilted', '누비'],
      patchwork: ['Patchwork', '조각보'],
      turned: ['Lathe turned', '목선반'],
      joinery: ['Joinery without screws', '짜맞춤'],
      letterpress: ['Letterpress', '활판 인쇄'],
      'cold-process': ['Cold process', '저온 숙성'],
      'hand-poured': ['Hand poured', '손으로 부어 만듦'],
    },
  },
  paper: {
    name: ['Ruling', '내지'],
    values: {
      plain: ['Plain', '무지'],
      grid: ['Grid', '모눈'],
      dotted: ['Dotted', '도트'],
    },
  },
  subject: {
    name: ['Subject', '주제'],
    values: {
      food: ['Food', '음식'],
      craft: ['Craft', '공예'],
      city: ['City', '도시'],
      nature: ['Nature', '자연'],
      fiction: ['Fiction', '소설'],
      poetry: ['Poetry', '시'],
      children: ['For children', '어린이'],
      photography: ['Photography', '사진'],
    },
  },
  binding: {
    name: ['Binding', '제본'],
    values: {
      hardcover: ['Hardcover', '양장'],
      paperback: ['Paperback', '무선'],
      'thread-sewn': ['Thread sewn', '사철'],
      'exposed-spine': ['Exposed spine', '누드 사철'],
    },
  },
  power: {
    name: ['Power', '전원'],
    values: {
      mains: ['Mains, 220 V', '220볼트 전원'],
      'usb-c': ['USB-C', 'USB-C 충전'],
      battery: ['AA batteries', 'AA 건전지'],
      crank: ['Hand crank', '손잡이 발전'],
      none: ['None needed', '필요 없음'],
    },
  },
  players: {
    name: ['Players', '인원'],
    values: {
      solo: ['One', '한 명'],
      few: ['Two to four', '두 명에서 네 명'],
      many: ['Four to eight', '네 명에서 여덟 명'],
    },
  },
  light: {
    name: ['Light', '빛'],
    values: {
      'half-shade': ['Half shade', '반그늘'],
      sun: ['Full sun', '양지'],
    },
  },
};
