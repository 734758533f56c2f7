import type { Language } from './records.ts';

type Place = readonly [postalCode: string, region: string, city: string];

export type Person = {
  email: string;
  name: string;
  locale: Language;
  roles: readonly string[];
  /** The day on which the account was made. */
  since: string;
  addresses: readonly {
    label: string;
    phone: string;
    country: string;
    place: Place;
    line1: string;
    line2?: string;
  }[];
};

/** One for each role; the README names them. */
export const demoPeople: readonly Person[] = [
  {
    email: 'mina@souk.example',
    name: '김미나',
    locale: 'ko',
    roles: ['customer'],
    since: '2025-06-14',
    addresses: [
      {
        label: '집',
        phone: '+821055501027',
        country: 'KR',
        place: ['03045', '서울특별시', '종로구'],
        line1: '자하문로 24길 11',
        line2: '302호',
      },
      {
        label: '작업실',
        phone: '+821055501027',
        country: 'KR',
        place: ['04768', '서울특별시', '성동구'],
        line1: '연무장길 47',
        line2: '4층',
      },
    ],
  },
  {
    email: 'sam@souk.example',
    name: 'Sam Whitaker',
    locale: 'en',
    roles: ['support'],
    since: '2025-06-02',
    addresses: [
      {
        label: 'Home',
        phone: '+15035550142',
        country: 'US',
        place: ['97214', 'Oregon', 'Portland'],
        line1: '1816 SE Salmon Street',
        line2: 'Apt 3',
      },
    ],
  },
  {
    email: 'mira@souk.example',
    name: 'Mira Hoffmann',
    locale: 'en',
    roles: ['merchandiser'],
    since: '2025-06-02',
    addresses: [
      {
        label: 'Home',
        phone: '+493055501180',
        country: 'DE',
        place: ['10999', 'Berlin', 'Berlin'],
        line1: 'Oranienstraße 171',
      },
    ],
  },
  {
    email: 'wade@souk.example',
    name: '오웨이드',
    locale: 'ko',
    roles: ['warehouse'],
    since: '2025-06-03',
    addresses: [
      {
        label: '집',
        phone: '+821055504410',
        country: 'KR',
        place: ['17375', '경기도', '이천시'],
        line1: '경충대로 2697번길 21',
      },
    ],
  },
  {
    email: 'ada@souk.example',
    name: 'Ada Moreau',
    locale: 'en',
    roles: ['admin'],
    since: '2025-06-01',
    addresses: [
      {
        label: 'Home',
        phone: '+33155500173',
        country: 'FR',
        place: ['75011', 'Île-de-France', 'Paris'],
        line1: '14 rue de la Folie-Méricourt',
      },
    ],
  },
];

const customer = (
  name: string,
  mailbox: string,
  country: string,
  phone: string,
  place: Place,
  line1: string,
  since: string,
): Person => ({
  email: `${mailbox}@customers.souk.example`,
  name,
  locale: country === 'KR' ? 'ko' : 'en',
  roles: ['customer'],
  since,
  addresses: [{ label: country === 'KR' ? '집' : 'Home', phone, country, place, line1 }],
});

export const otherPeople: readonly Person[] = [
  customer(
    '박서준',
    'seojun',
    'KR',
    '+821055502231',
    ['48094', '부산광역시', '해운대구'],
    '달맞이길 62',
    '2025-07-02',
  ),
  customer(
    '이하은',
    'haeun',
    'KR',
    '+821055503342',
    ['55042', '전북특별자치도', '전주시'],
    '은행로 30',
    '2025-07-19',
  ),
  customer(
    '최도윤',
    'doyun',
    'KR',
    '+821055504453',
    ['63322', '제주특별자치도', '제주시'],
    '구남로 7길 12',
    '2025-08-08',
  ),
  customer(
    '정유나',
    'yuna',
    'KR',
    '+821055505564',
    ['34126', '대전광역시', '유성구'],
    '대학로 99번길 8',
    '2025-08-23',
  ),
  customer(
    '한지호',
    'jiho',
    'KR',
    '+821055506675',
    ['25460', '강원특별자치도', '강릉시'],
    '난설헌로 131',
    '2025-09-30',
  ),
  customer(
    'Lena Fischer',
    'lena',
    'DE',
    '+494055501786',
    ['20357', 'Hamburg', 'Hamburg'],
    'Marktstraße 102',
    '2025-07-11',
  ),
  customer(
    'Camille Laurent',
    'camille',
    'FR',
    '+33455501897',
    ['69001', 'Auvergne-Rhône-Alpes', 'Lyon'],
    '9 rue des Capucins',
    '2025-07-27',
  ),
  customer(
    'Inés Ortega',
    'ines',
    'ES',
    '+34915550190',
    ['28012', 'Madrid', 'Madrid'],
    'Calle del Ave María 33',
    '2025-09-04',
  ),
  customer(
    'Sanne de Vries',
    'sanne',
    'NL',
    '+31205550121',
    ['1015 DM', 'Noord-Holland', 'Amsterdam'],
    'Westerstraat 214',
    '2025-10-05',
  ),
  customer(
    'Marcus Bell',
    'marcus',
    'US',
    '+17185550132',
    ['11215', 'New York', 'Brooklyn'],
    '418 7th Avenue',
    '2025-06-25',
  ),
  customer(
    'Grace Nakamura',
    'grace',
    'US',
    '+14155550143',
    ['94110', 'California', 'San Francisco'],
    '1042 Valencia Street',
    '2025-08-15',
  ),
  customer(
    'Owen Tremblay',
    'owen',
    'CA',
    '+15145550154',
    ['H2T 1S4', 'Quebec', 'Montreal'],
    '5312 avenue du Parc',
    '2025-09-12',
  ),
];
