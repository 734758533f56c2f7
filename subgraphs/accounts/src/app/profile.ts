import { AppError } from '@souk/platform/errors';
import { requireScope, requireViewer, type Viewer } from '@souk/platform/identity';
import { parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { PasswordChange, type Person, ProfileChange, RoleSet } from '../domain/person.ts';
import type { Role } from '../domain/roles.ts';
import type { AttemptLimit } from './attempts.ts';

export type ProfileStore = {
  /** Null when there is no such person. */
  update: (
    id: string,
    change: ProfileChange | { roles: readonly Role[] },
  ) => Promise<Person | null>;
  /** Ends every session but the one given, in the transaction of the change; null when wrong. */
  changePassword: (
    id: string,
    passwords: PasswordChange,
    keepSessionId: string | null,
  ) => Promise<Person | null>;
};

const gone = () => new AppError('NOT_FOUND', 'There is no such person.');

const found = (person: Person | null): Person => {
  if (person === null) throw gone();
  return person;
};

/** What people say of themselves, and what they may do. */
export const profileVerbs = (store: ProfileStore, attempts: AttemptLimit) => ({
  /** Throws UNAUTHENTICATED, BAD_USER_INPUT. */
  update: async (viewer: Viewer | null, input: unknown): Promise<Person> => {
    const { id } = requireViewer(viewer);
    return found(await store.update(id, parseInput(ProfileChange, input)));
  },

  /** Throws UNAUTHENTICATED, BAD_USER_INPUT for a wrong current password, RATE_LIMITED. */
  changePassword: async (viewer: Viewer | null, input: unknown): Promise<Person> => {
    const { id, sessionId } = requireViewer(viewer);
    const passwords = parseInput(PasswordChange, input);
    await attempts.spend('change-password', id);
    const person = await store.changePassword(id, passwords, sessionId);
    if (person === null) {
      const fields = [{ path: 'currentPassword', message: 'This is not the password.' }];
      throw new AppError('BAD_USER_INPUT', 'The current password is wrong.', { fields });
    }
    await attempts.forget('change-password', id);
    return person;
  },

  /** Throws FORBIDDEN without users:write, NOT_FOUND, BAD_USER_INPUT. */
  setRoles: async (viewer: Viewer | null, userId: string, roles: unknown): Promise<Person> => {
    const admin = requireScope(viewer, 'users:write');
    const id = parseId(userId, 'userId');
    const wanted = parseInput(RoleSet, roles);
    if (id === admin.id && !wanted.includes('admin')) {
      throw new AppError('BAD_USER_INPUT', 'Nobody can take the role ADMIN from herself.');
    }
    return found(await store.update(id, { roles: wanted }));
  },
});

export type ProfileVerbs = ReturnType<typeof profileVerbs>;
