import { requireScope } from '@souk/platform/identity';
import { parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { connection, decodeCursor, pageArgs, TimeCursor } from '@souk/platform/paging';
import { type Person, Search } from '../domain/person.ts';
import { isStaff, scopesOf } from '../domain/roles.ts';
import type { Resolvers } from './generated.ts';
import { localeName, roleName } from './names.ts';

const kindOf = (person: Person): 'StaffMember' | 'Customer' =>
  isStaff(person.roles) ? 'StaffMember' : 'Customer';

const ofKind = (person: Person | null, kind: 'StaffMember' | 'Customer'): Person | null =>
  person !== null && kindOf(person) === kind ? person : null;

/** Shared by everyone who implements User; whoever holds a Person may see all of her. */
const shared = {
  locale: ({ locale }) => localeName(locale),
  addresses: ({ id }, _, { addressesOf }) => addressesOf.load(id),
  defaultAddress: async ({ id }, _, { addressesOf }) =>
    (await addressesOf.load(id)).find((address) => address.isDefault) ?? null,
} satisfies Pick<NonNullable<Resolvers['Customer']>, 'locale' | 'addresses' | 'defaultAddress'>;

export const people: Pick<Resolvers, 'Query' | 'User' | 'Customer' | 'StaffMember'> = {
  Query: {
    viewer: (_, __, { viewer, visiblePerson }) => viewer && visiblePerson(viewer.id),
    user: (_, { id }, { visiblePerson }) => visiblePerson(parseId(id, 'id')),
    users: async (_, args, { viewer, people }) => {
      requireScope(viewer, 'users:read');
      const page = pageArgs(args);
      const cursor = page.after === null ? null : decodeCursor(page.after, TimeCursor);
      const before = cursor && { createdAt: cursor[0], id: cursor[1] };
      const search = args.search == null ? null : parseInput(Search, args.search);
      const rows = await people.list({ first: page.first, before, search });
      return connection(rows, page, (row) => [row.createdAt.toISOString(), row.id]);
    },
  },
  User: {
    __resolveType: kindOf,
    __resolveReference: ({ id }, { visiblePerson }) => visiblePerson(id),
  },
  Customer: {
    ...shared,
    __resolveReference: async ({ id }, { visiblePerson }) =>
      ofKind(await visiblePerson(id), 'Customer'),
  },
  StaffMember: {
    ...shared,
    roles: ({ roles }) => roles.map(roleName),
    scopes: ({ roles }) => scopesOf(roles),
    __resolveReference: async ({ id }, { visiblePerson }) =>
      ofKind(await visiblePerson(id), 'StaffMember'),
  },
};
