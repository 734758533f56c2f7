import { requireScope, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { assertNoCycle, NewCategory } from '../domain/category.ts';
import type { Transact } from './catalogue-unit.ts';
import { found } from './expected.ts';

export type CategoryVerbs = ReturnType<typeof categoryVerbs>;

const Place = NewCategory.pick({ parentId: true, position: true });

/** What merchandisers do with the tree. Each throws UNAUTHENTICATED or FORBIDDEN for others. */
export const categoryVerbs = (transact: Transact) => ({
  /** Adds a category and returns its id. Throws CONFLICT when the slug is taken. */
  create: (viewer: Viewer | null, input: unknown): Promise<string> => {
    requireScope(viewer, 'catalogue:write');
    const { parentId = null, ...text } = parseInput(NewCategory, input);
    return transact(async (unit) => {
      const id = newId();
      await unit.addCategory({ id, parentId, ...text });
      return id;
    });
  },

  /** Throws BAD_USER_INPUT when the category would lie inside itself. */
  move: (viewer: Viewer | null, id: string, to: unknown): Promise<string> => {
    requireScope(viewer, 'catalogue:write');
    const categoryId = parseId(id, 'id');
    const { parentId = null, position } = parseInput(Place, to);
    return transact(async (unit) => {
      const nodes = new Map((await unit.lockCategories()).map((each) => [each.id, each]));
      const category = found(nodes.get(categoryId), 'category');
      assertNoCycle(nodes, categoryId, parentId);
      await unit.saveCategory({ ...category, parentId, position });
      return categoryId;
    });
  },
});
