import { z } from 'zod';
import { missing } from '../domain/refusal.ts';
import type { Book } from '../ledger/book.ts';
import type { Api } from './api.ts';
import { presentList } from './list.ts';
import { Page, parameters, Text } from './parameters.ts';

const List = z.strictObject({ ...Page, type: Text.optional() });

/** /v1/events: every fact that was told, whether a webhook took it or not. */
export function eventRoutes(api: Api, book: Book): void {
  api.get('/events', (query) => {
    const { type, ...page } = parameters(List, query);
    const all = [...book.events.values()].filter(
      (each) => type === undefined || each.type === type,
    );
    return presentList({ url: '/v1/events', all, page, shape: ({ body }) => body });
  });
  api.get('/events/:id', (_, { id }) => {
    const event = book.events.get(id);
    if (event === undefined) throw missing('event', id, 'id');
    return event.body;
  });
}
