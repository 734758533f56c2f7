import { hashOf } from '@souk/router/registry/move';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Release, textsOf, writeRelease } from '../../src/registry/release.ts';
import { MovedMeanwhile, type NewMove, type RegistryStore } from '../../src/registry/store.ts';

type Opened = {
  open: () => Promise<RegistryStore>;
  /** Changes a text behind the store's back. */
  alter: (hash: string) => Promise<void>;
  drop: () => Promise<void>;
};

/** A small release with the texts that it needs. */
export function sample(name: string): { move: NewMove; texts: string[]; release: Release } {
  const [supergraph, api, schema] = ['supergraph', 'api', 'schema'].map(
    (of) => `# ${of} ${name}\n`,
  );
  const parts = [`${supergraph}`, `${api}`, `${schema}`, 'shared by all\n'];
  const [s, a, d, f] = parts.map(hashOf) as [string, string, string, string];
  const release: Release = {
    ...{ format: 1, supergraph: s, api: a, contracts: {}, files: { 'shared.txt': f } },
    subgraphs: [
      {
        ...{ name: 'a', routing_url: 'http://a/', file: 'a.graphql', schema: d },
        ...{ version: '1.0.0', commit: null, dirty: false },
      },
    ],
  };
  const text = writeRelease(release);
  return {
    move: {
      ...{ kind: 'publish', release: hashOf(text), supergraph: s, contracts: {} },
      ...{ at: '2026-01-02T03:04:05.000Z', by: 'ada', message: name },
    },
    texts: [text, ...parts],
    release,
  };
}

/** What every store of releases has to do. */
export function conformance(name: string, prepare: () => Promise<Opened>): void {
  describe(`a registry in ${name}`, () => {
    let opened: Opened;
    let store: RegistryStore;
    let other: RegistryStore;
    beforeAll(async () => {
      opened = await prepare();
      // At once, as two publishers that both find nothing.
      [store, other] = await Promise.all([opened.open(), opened.open()]);
    });
    afterAll(async () => {
      await Promise.all([store, other].map((each) => each?.close()));
      await opened?.drop();
    });
    const move = (variant: string, { move: made, texts }: ReturnType<typeof sample>) =>
      store.move(variant, made, texts);

    test('gives back what was published, newest first', async () => {
      const [one, two] = [sample('one'), sample('two')];
      expect(await store.moves('production')).toEqual([]);
      expect(await move('production', one)).toEqual({ sequence: 1, ...one.move });
      await move('production', two);
      await move('staging', two);
      expect(await other.moves('production')).toEqual([
        { sequence: 2, ...two.move },
        { sequence: 1, ...one.move },
      ]);
      expect(await other.moves('production', 1)).toHaveLength(1);
      expect(await other.variants()).toEqual(['production', 'staging']);
      const texts = await other.texts([one.move.release, ...textsOf(one.release)]);
      expect([...texts.values()].sort()).toEqual([...one.texts].sort());
    });

    test('moves only from where the publisher believes the pointer to be', async () => {
      const [one, two] = [sample('expected'), sample('surprise')];
      const expecting = (it: typeof one, release: string | null) =>
        store.move('careful', it.move, it.texts, release);
      await expecting(one, null);
      await expect(expecting(two, null)).rejects.toThrow(MovedMeanwhile);
      await expect(expecting(two, two.move.release)).rejects.toThrow(/somebody was faster/);
      await expecting(two, one.move.release);
      expect(await store.moves('careful')).toHaveLength(2);
    });

    test('loses no move of many publishers at once, and lets one of them win where all expect the same', async () => {
      const crowd = Array.from({ length: 12 }, (_, index) => sample(`crowd ${index}`));
      const stores = crowd.map((_, index) => (index % 2 === 0 ? store : other));
      await Promise.all(crowd.map((it, index) => stores[index]?.move('crowd', it.move, it.texts)));
      const moves = await store.moves('crowd');
      expect(moves.map(({ sequence }) => sequence)).toEqual(crowd.map((_, index) => 12 - index));
      expect(new Set(moves.map(({ release }) => release)).size).toBe(12);
      const held = moves[0]?.release ?? null;
      const late = Array.from({ length: 6 }, (_, index) => sample(`late ${index}`));
      const tried = await Promise.allSettled(
        late.map((it, index) => stores[index]?.move('crowd', it.move, it.texts, held)),
      );
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store.moves('crowd')).toHaveLength(13);
    });

    test('tells of a text that is missing or was altered', async () => {
      const it = sample('altered');
      await move('altered', it);
      await expect(store.texts(['0'.repeat(64)])).rejects.toThrow();
      await opened.alter(it.release.api);
      await expect(store.texts([it.release.api])).rejects.toThrow(/is not what it was/);
    });

    test('drops old moves and what only they need, and nothing that is young', async () => {
      const old = [1, 2, 3].map((number) => sample(`pruned ${number}`));
      for (const it of old) await move('pruned', it);
      const [first, , last] = old;
      if (first === undefined || last === undefined) throw new Error('none');
      const young = await store.prune({ keep: 1, graceMs: 3_600_000 });
      expect(young.texts).toBe(0);
      expect((await store.moves('pruned')).map(({ release }) => release)).toEqual([
        last.move.release,
      ]);
      expect(await store.texts(first.texts.map(hashOf))).toBeDefined();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await store.prune({ keep: 1, graceMs: 0 })).texts).toBeGreaterThan(0);
      await expect(store.texts([first.move.release])).rejects.toThrow();
      expect((await store.texts(last.texts.map(hashOf))).size).toBe(last.texts.length);
      // The numbers go on, or a router would take the next move for one that it has seen.
      expect(await move('pruned', sample('next'))).toMatchObject({ sequence: 4 });
    });
  });
}
