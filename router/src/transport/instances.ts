import type { Discovery } from '@souk/platform/discovery';
import { type Instance, type OpenInstance, retire } from './instance.ts';

/** The instances of one subgraph that are known at the moment. */
export type Instances = {
  /** The same array as long as nothing changes. */
  current: () => readonly Instance[];
  close: () => void;
};

/**
 * The instances that discovery knows, else the supergraph's own address. An instance's address
 * without a path takes the path of the supergraph's. What is known of an instance stays with it while
 * others come and go. `onNew`: there are instances that were not there before.
 */
export function instancesOf(
  subgraph: { readonly name: string; readonly url: string },
  discovery: Discovery | null,
  open: OpenInstance,
  onNew: () => void = () => {},
): Instances {
  let seen: readonly { readonly http: string }[] | null = null;
  let current: readonly Instance[] = [];

  function update(found: readonly { readonly http: string }[]): void {
    const before = new Map(current.map((instance) => [instance.url.href, instance]));
    const urls = new Map(instanceUrls(subgraph, found).map((url) => [url.href, url]));
    const next = [...urls].map(([href, url]) => before.get(href) ?? open(url));
    const isNew = [...urls.keys()].some((href) => !before.has(href));
    for (const [href, instance] of before) if (!urls.has(href)) retire(instance);
    current = next;
    if (isNew) onNew();
  }

  return {
    current: () => {
      const found = discovery?.instances(subgraph.name) ?? NONE;
      if (found !== seen) {
        seen = found;
        update(found);
      }
      return current;
    },
    close: () => {
      for (const { client } of current) client.close();
    },
  };
}

const NONE: readonly { readonly http: string }[] = [];

/** The addresses of a subgraph's instances, in the order of discovery, as `instancesOf` has them. */
export function instanceUrls(
  subgraph: { readonly url: string },
  found: readonly { readonly http: string }[],
): URL[] {
  const own = subgraph.url === '' ? null : new URL(subgraph.url);
  const path = own === null || own.pathname === '/' ? '/graphql' : own.pathname;
  if (found.length === 0) return own === null ? [] : [own];
  return found.map(({ http }) => {
    const url = new URL(http);
    if (url.pathname === '/') url.pathname = path;
    return url;
  });
}
