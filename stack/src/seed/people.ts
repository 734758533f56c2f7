import { idOf, userId } from './ids.ts';
import { demoPeople, otherPeople, type Person } from './people-words.ts';
import type { Currency, PostalAddress, UserRecord } from './records.ts';

/** Of every person in the demo data. */
const PASSWORD = 'souk-demo-2026';

function userOf({ email, name, locale, roles, since, addresses }: Person): UserRecord {
  return {
    kind: 'user',
    id: userId(email),
    email,
    password: PASSWORD,
    name,
    locale,
    roles: [...roles],
    createdAt: `${since}T02:00:00.000Z`,
    addresses: addresses.map(({ label, phone, place, country, line1, line2 }, index) => {
      const [postalCode, region, city] = place;
      return {
        id: idOf(`address ${email} ${label}`),
        label,
        recipient: name,
        phone,
        country,
        postalCode,
        region,
        city,
        line1,
        line2: line2 ?? null,
        isDefault: index === 0,
      };
    }),
  };
}

export const users: readonly UserRecord[] = [...demoPeople, ...otherPeople].map(userOf);

/** Throws Error when nobody has this address. */
export function userByEmail(email: string): UserRecord {
  const found = users.find((user) => user.email === email);
  if (found === undefined) throw new Error(`Nobody is called ${email}.`);
  return found;
}

/** Where a parcel goes: the address without what only its owner's address book needs. */
export function parcelAddress(user: UserRecord, index: number): PostalAddress {
  const address = user.addresses[index % user.addresses.length];
  if (address === undefined) throw new Error(`${user.email} has no address.`);
  const { id: _, label: __, isDefault: ___, ...postal } = address;
  return postal;
}

const EURO = ['DE', 'FR', 'ES', 'IT', 'NL', 'IE', 'AT', 'PT', 'FI'];

/** The currency in which someone from there buys. */
export const currencyOf = (country: string): Currency =>
  country === 'KR' ? 'KRW' : EURO.includes(country) ? 'EUR' : 'USD';
