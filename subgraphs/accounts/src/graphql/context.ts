import { mayActOn, type Viewer } from '@souk/platform/identity';
import { isId } from '@souk/platform/ids';
import { listLoader, rowLoader } from '@souk/platform/loaders';
import type { RequestScope } from '@souk/platform/subgraph';
import type DataLoader from 'dataloader';
import type { AddressVerbs } from '../app/address-book.ts';
import type { ProfileVerbs } from '../app/profile.ts';
import type { SessionVerbs } from '../app/sessions.ts';
import type { Address } from '../domain/address.ts';
import type { Person } from '../domain/person.ts';

/** What resolvers may read; the store answers to it. */
export type PeopleReads = {
  byIds: (ids: readonly string[]) => Promise<Person[]>;
  addressesOf: (ids: readonly string[]) => Promise<Address[]>;
  list: (query: {
    first: number;
    before: { createdAt: string; id: string } | null;
    search: string | null;
  }) => Promise<Person[]>;
};

export type Verbs = { sessions: SessionVerbs; profile: ProfileVerbs; addresses: AddressVerbs };

export type Context = Verbs & {
  viewer: Viewer | null;
  /** The address that the request came from. */
  ip: string;
  people: PeopleReads;
  /** A person whom the viewer may see: null for anybody else, as if she did not exist. */
  visiblePerson: (id: string) => Promise<Person | null>;
  addressesOf: DataLoader<string, Address[]>;
};

export const accountsContext =
  (verbs: Verbs, people: PeopleReads) =>
  ({ viewer, ip }: RequestScope): Context => {
    const byId = rowLoader(people.byIds, (person) => person.id);
    return {
      ...verbs,
      viewer,
      ip,
      people,
      visiblePerson: async (id) =>
        isId(id) && mayActOn(viewer, id.toLowerCase(), 'users:read')
          ? byId.load(id.toLowerCase())
          : null,
      addressesOf: listLoader(people.addressesOf, (address) => address.userId),
    };
  };
