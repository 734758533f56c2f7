import { requireViewer, type Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { New__Singular__, type __Singular__ } from '../domain/__singular__.ts';

export type __Singular__Store = {
  insert: (row: __Singular__) => Promise<void>;
};

export type __Singular__Verbs = ReturnType<typeof __singular__Verbs>;

/** What people can do with __plural__. */
export const __singular__Verbs = (store: __Singular__Store) => ({
  /** Throws UNAUTHENTICATED for guests, BAD_USER_INPUT for an empty or overlong text. */
  add: async (viewer: Viewer | null, input: unknown): Promise<__Singular__> => {
    const author = requireViewer(viewer);
    const wanted = parseInput(New__Singular__, input);
    const row = { id: newId(), authorId: author.id, createdAt: new Date(), ...wanted };
    await store.insert(row);
    return row;
  },
});
