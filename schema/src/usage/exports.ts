import { createHash } from 'node:crypto';
import { printUsage, type UsageFile } from '@souk/router/usage/usage-file';
import { parse, print } from 'graphql';
import { anonymous } from '../operations/documents.ts';

/** Forms in which a record leaves for other programs; each gives the whole text. */
export const EXPORTS = {
  /** As it is committed. */
  usage: printUsage,
  /** Apollo's persisted query manifest, version 1, for programs that check; values are gone. */
  manifest: ({ operations }: UsageFile): string => {
    const bodies = new Map(operations.map(({ document, name }) => [document, name]));
    const entries = [...bodies].map(([body, name]) => ({
      id: createHash('sha256').update(body).digest('hex'),
      name: name ?? anonymous(body),
      type: /^(mutation|subscription)\b/.exec(body)?.[1] ?? 'query',
      body,
    }));
    const manifest = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: entries.sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
    return `${JSON.stringify(manifest, null, 2)}\n`;
  },
  /** Documents to read, who sends them above each. */
  graphql: ({ operations }: UsageFile): string =>
    operations
      .map(
        ({ client, versions, requests, lastSeen, document }) =>
          `# ${[client, ...versions].join(' ')}: ${requests} requests, the last on ${lastSeen}\n${print(parse(document))}\n`,
      )
      .join('\n'),
} satisfies Record<string, (usage: UsageFile) => string>;
