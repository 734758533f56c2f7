import type { Address } from '../domain/address.ts';
import type { Person } from '../domain/person.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type UserMapper = Person;
export type CustomerMapper = Person;
export type StaffMemberMapper = Person;
export type AddressMapper = Address;
