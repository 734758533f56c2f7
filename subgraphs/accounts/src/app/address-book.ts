import { AppError } from '@souk/platform/errors';
import { requireViewer, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { type Address, AddressInput, MAX_ADDRESSES } from '../domain/address.ts';

/** One person's addresses, held against changes by others until the transaction ends. */
export type AddressBook = {
  all: () => Promise<Address[]>;
  insert: (row: Address) => Promise<void>;
  replace: (row: Address) => Promise<void>;
  remove: (id: string) => Promise<void>;
  clearDefault: () => Promise<void>;
};

export type AddressBooks = {
  /** Null when the person is gone. */
  change: <T>(personId: string, work: (book: AddressBook) => Promise<T>) => Promise<T | null>;
};

const missing = () => new AppError('NOT_FOUND', 'There is no such address in your address book.');

/** What a person can do with her own addresses; somebody else's are NOT_FOUND. */
export function addressVerbs(books: AddressBooks) {
  async function change<T>(viewer: Viewer | null, work: (book: AddressBook) => Promise<T>) {
    const done = await books.change(requireViewer(viewer).id, work);
    if (done === null) throw new AppError('NOT_FOUND', 'There is no such person.');
    return done;
  }

  async function find(book: AddressBook, id: string): Promise<Address> {
    const address = (await book.all()).find((each) => each.id === id);
    if (address === undefined) throw missing();
    return address;
  }

  async function makeDefault(book: AddressBook, address: Address): Promise<Address> {
    await book.clearDefault();
    const chosen = { ...address, isDefault: true };
    await book.replace(chosen);
    return chosen;
  }

  return {
    /** Throws UNAUTHENTICATED, BAD_USER_INPUT, CONFLICT when the address book is full. */
    add: async (viewer: Viewer | null, input: unknown): Promise<Address> => {
      const { id: userId } = requireViewer(viewer);
      const wanted = parseInput(AddressInput, input);
      return change(viewer, async (book) => {
        const { length } = await book.all();
        if (length >= MAX_ADDRESSES) {
          throw new AppError('CONFLICT', `An address book holds ${MAX_ADDRESSES} addresses.`);
        }
        const isDefault = wanted.isDefault || length === 0;
        if (isDefault) await book.clearDefault();
        const row = { ...wanted, id: newId(), userId, isDefault, createdAt: new Date() };
        await book.insert(row);
        return row;
      });
    },

    /** Throws UNAUTHENTICATED, BAD_USER_INPUT, NOT_FOUND. */
    update: async (viewer: Viewer | null, addressId: string, input: unknown): Promise<Address> => {
      requireViewer(viewer);
      const id = parseId(addressId, 'id');
      const wanted = parseInput(AddressInput, input);
      return change(viewer, async (book) => {
        const address = await find(book, id);
        const edited = { ...address, ...wanted, isDefault: address.isDefault };
        if (wanted.isDefault && !address.isDefault) return makeDefault(book, edited);
        await book.replace(edited);
        return edited;
      });
    },

    /** Throws UNAUTHENTICATED, BAD_USER_INPUT, NOT_FOUND. */
    remove: async (viewer: Viewer | null, addressId: string): Promise<string> => {
      requireViewer(viewer);
      const id = parseId(addressId, 'id');
      return change(viewer, async (book) => {
        const address = await find(book, id);
        await book.remove(id);
        const heir = address.isDefault ? (await book.all()).at(0) : undefined;
        if (heir !== undefined) await book.replace({ ...heir, isDefault: true });
        return id;
      });
    },

    /** Throws UNAUTHENTICATED, BAD_USER_INPUT, NOT_FOUND. */
    setDefault: async (viewer: Viewer | null, addressId: string): Promise<Address> => {
      requireViewer(viewer);
      const id = parseId(addressId, 'id');
      return change(viewer, async (book) => makeDefault(book, await find(book, id)));
    },
  };
}

export type AddressVerbs = ReturnType<typeof addressVerbs>;
