import type { Resolvers } from './generated.ts';
import { lower } from './names.ts';
import { people } from './people.ts';

export const resolvers: Resolvers = {
  ...people,
  Mutation: {
    signUp: (_, { input }, { sessions }) =>
      sessions.signUp({ ...input, locale: lower(input.locale) }),
    signIn: (_, { input }, { sessions, ip }) => sessions.signIn(input, ip),
    refresh: (_, { refreshToken }, { sessions }) => sessions.refresh(refreshToken),
    signOut: (_, { refreshToken }, { sessions, viewer }) =>
      sessions.signOut(viewer, refreshToken ?? null),
    signOutEverywhere: (_, __, { sessions, viewer }) => sessions.signOutEverywhere(viewer),

    updateProfile: (_, { input }, { profile, viewer }) =>
      profile.update(viewer, { name: input.name ?? undefined, locale: lower(input.locale) }),
    changePassword: (_, { input }, { profile, viewer }) => profile.changePassword(viewer, input),
    setUserRoles: (_, { userId, roles }, { profile, viewer }) =>
      profile.setRoles(viewer, userId, roles.map(lower)),

    addAddress: (_, { input }, { addresses, viewer }) => addresses.add(viewer, input),
    updateAddress: (_, { id, input }, { addresses, viewer }) => addresses.update(viewer, id, input),
    removeAddress: (_, { id }, { addresses, viewer }) => addresses.remove(viewer, id),
    setDefaultAddress: (_, { id }, { addresses, viewer }) => addresses.setDefault(viewer, id),
  },
};
