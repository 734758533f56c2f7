import type { Localized, PostalAddress, ShipmentEvent, ShipmentStatus } from '../records.ts';
import { HOUR, instant } from './calendar.ts';

type Stop = { status: ShipmentStatus; location: string; description: Localized };

const stop = (status: ShipmentStatus, location: string, en: string, ko: string): Stop => ({
  status,
  location,
  description: { en, ko },
});

/** Where parcels enter a country. */
const GATEWAYS: Readonly<Record<string, string>> = {
  DE: 'Leipzig',
  FR: 'Paris CDG',
  ES: 'Madrid',
  NL: 'Amsterdam Schiphol',
  US: 'Anchorage',
  CA: 'Vancouver',
};

const atHome = (city: string): Stop[] => [
  stop('LABEL_CREATED', '이천 물류센터', 'The parcel is packed.', '상품을 포장했습니다.'),
  stop('IN_TRANSIT', '이천 물류센터', 'The carrier has the parcel.', '택배사가 인수했습니다.'),
  stop('IN_TRANSIT', '옥천 허브', 'Sorted at the hub.', '허브에서 분류했습니다.'),
  stop('OUT_FOR_DELIVERY', city, 'On the van, arriving today.', '오늘 배송 예정입니다.'),
  stop('DELIVERED', city, 'Left at the door.', '문 앞에 두었습니다.'),
];

const abroad = (city: string, gateway: string): Stop[] => [
  stop('LABEL_CREATED', 'Icheon', 'The parcel is packed.', '상품을 포장했습니다.'),
  stop('IN_TRANSIT', 'Icheon', 'The carrier has the parcel.', '운송사가 인수했습니다.'),
  stop('IN_TRANSIT', 'Incheon Airport', 'Left South Korea.', '대한민국을 떠났습니다.'),
  stop('IN_TRANSIT', gateway, 'Cleared customs.', '통관을 마쳤습니다.'),
  stop('OUT_FOR_DELIVERY', city, 'On the van, arriving today.', '오늘 배송 예정입니다.'),
  stop('DELIVERED', city, 'Handed over at the door.', '문 앞에서 전달했습니다.'),
];

type Trip = {
  address: PostalAddress;
  /** The last thing that happened. */
  status: ShipmentStatus;
  packedAt: number;
  /** When the last thing happened, if anything did after packing. */
  arrivesAt: number;
};

/** The tracking events of a parcel up to its status, evenly along its way. */
export function journey({ address, status, packedAt, arrivesAt }: Trip): ShipmentEvent[] {
  const { country, city } = address;
  const way =
    country === 'KR' ? atHome(city) : abroad(city, GATEWAYS[country] ?? 'Gateway of entry');
  const done = way.slice(0, way.findLastIndex((each) => each.status === status) + 1);
  const handedAt = packedAt + 3 * HOUR;
  const legs = Math.max(1, done.length - 2);
  return done.map((each, index) => ({
    at: instant(
      index === 0
        ? packedAt
        : Math.round(handedAt + ((index - 1) / legs) * Math.max(0, arrivesAt - handedAt)),
    ),
    ...each,
  }));
}
