import type { Locale } from '../domain/person.ts';
import type { Role } from '../domain/roles.ts';
import type { Locale as LocaleName, Role as RoleName } from './generated.ts';

/** The names of values in the graph are in capitals, in the rest of the house they are not. */
export const localeName = (locale: Locale): LocaleName => locale.toUpperCase() as LocaleName;
export const roleName = (role: Role): RoleName => role.toUpperCase() as RoleName;
export const lower = (name: string | null | undefined): string | undefined => name?.toLowerCase();
