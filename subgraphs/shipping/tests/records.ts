import { newId } from '@souk/platform/ids';

export const mina = newId();
export const stranger = newId();

const at = (second: number) => new Date(Date.UTC(2026, 4, 1) + second * 1_000).toISOString();
const both = (en: string) => ({ en, ko: `${en} (한국어)` });

export const zones = [
  { kind: 'zone', code: 'KR', name: { en: 'South Korea', ko: '대한민국' }, countries: ['KR'] },
  { kind: 'zone', code: 'EU', name: { en: 'Europe', ko: '유럽' }, countries: ['FR', 'DE'] },
];

export const rateRecord = (change: object = {}) => ({
  kind: 'rate',
  id: newId(),
  zoneCode: 'KR',
  method: 'STANDARD',
  carrier: 'Jebi Parcel',
  name: { en: 'Standard', ko: '일반 배송' },
  maxWeightGrams: 2_000,
  prices: { KRW: 3_000, USD: 230, EUR: 210 },
  minDays: 1,
  maxDays: 3,
  ...change,
});

export const rates = [
  rateRecord(),
  rateRecord({ maxWeightGrams: 5_000, prices: { KRW: 4_200, USD: 320, EUR: 300 } }),
  rateRecord({
    method: 'EXPRESS',
    carrier: 'Noru Express',
    prices: { KRW: 5_500, USD: 420, EUR: 390 },
  }),
  rateRecord({ zoneCode: 'EU', carrier: 'Gorae Air', maxWeightGrams: 500 }),
];

let told = 0;

/** A seed record of a parcel that is on its way, changed as asked. */
export function shipmentRecord(change: object = {}) {
  told += 1;
  return {
    kind: 'shipment',
    id: newId(),
    orderId: newId(),
    orderNumber: `SK-2026-${String(told).padStart(6, '0')}`,
    customerId: mina,
    carrier: 'Jebi Parcel',
    trackingNumber: `JE${told}`,
    status: 'IN_TRANSIT',
    method: 'STANDARD',
    address: {
      recipient: 'Mina Han',
      phone: '+82 10 0000 0000',
      country: 'KR',
      postalCode: '04524',
      region: 'Seoul',
      city: 'Jung-gu',
      line1: '110 Sejong-daero',
      line2: null,
    },
    weightGrams: 1_200,
    createdAt: at(told),
    items: [
      { orderLineNumber: 1, quantity: 2 },
      { orderLineNumber: 2, quantity: 1 },
    ],
    events: [
      { at: at(told + 100), status: 'IN_TRANSIT', location: 'Seoul', description: both('Taken') },
      { at: at(told), status: 'LABEL_CREATED', location: null, description: both('Packed') },
    ],
    ...change,
  };
}
