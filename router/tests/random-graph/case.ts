import { composeServices } from '@apollo/composition';
import { parse, validate } from 'graphql';
import { unfiltered } from '../../src/authorization/variant.ts';
import { answerFreshness } from '../../src/cache/answer-freshness.ts';
import { entityCache } from '../../src/cache/entity-cache.ts';
import { invalidations } from '../../src/cache/invalidations.ts';
import { memoryStore } from '../../src/cache/memory-store.ts';
import { execute } from '../../src/execute/execute.ts';
import type { Send } from '../../src/execute/request.ts';
import { buildGeneration } from '../../src/generation/generation.ts';
import { difference, type Told } from './compare.ts';
import { greedy, namesIn } from './greedy.ts';
import { randomModel } from './model.ts';
import { randomOperation } from './operation.ts';
import { seeded } from './random.ts';
import { sdlOf } from './sdl.ts';
import { oracle, sender } from './subgraphs.ts';
import { worldOf } from './world.ts';

export type Tally = {
  operations: number;
  refused: number;
  invalid: number;
  carefully: number;
  /** Answers by code from data without a string that needs an escape. */
  unescaped: number;
  /** Entities and root answers that the entity cache knew. */
  hits: number;
};

export const noTally = (): Tally => ({
  operations: 0,
  refused: 0,
  invalid: 0,
  carefully: 0,
  unescaped: 0,
  hits: 0,
});

/**
 * Runs operations on the graph of a seed. Throws where an answer is not what graphql-js says of the
 * same data as one schema. The subgraphs of every other operation say more than they are asked. A
 * graph that Apollo's composition refuses is counted and left.
 */
export async function runCase(seed: number, operations: number, tally: Tally): Promise<void> {
  const random = seeded(seed);
  const model = randomModel(random);
  const { supergraphSdl } = composeServices(
    model.services.map((name) => ({
      name,
      url: `http://${name}`,
      typeDefs: parse(sdlOf(model, name)),
    })),
  );
  if (supergraphSdl === undefined) {
    tally.refused++;
    return;
  }
  const generation = buildGeneration(supergraphSdl, { maxPlans: operations });
  const world = worldOf(model, seed);
  const send = callingAllPublic(sender(model, world));
  const cache = warming(tally);
  const expected = oracle(generation.api, world);
  for (let i = 0; i < operations; i++) {
    const { query, variables } = randomOperation(generation.api, random);
    const document = parse(query);
    if (validate(generation.api, document).some(({ message }) => !message.includes('never used'))) {
      tally.invalid++;
      continue;
    }
    const labels = generation.overrideLabels(document);
    const compiled = generation.compile(
      { hash: String(i), document, operationName: undefined },
      {
        ...unfiltered(document),
        overrides: new Map(labels.map((label) => [label, random.chance(0.5)])),
      },
    );
    let isPlain = false;
    let isUnescaped = false;
    const answer = await execute(
      {
        ...compiled,
        shapeText: (data, coerced, unescaped) => {
          const text = compiled.shapeText(data, coerced, unescaped);
          isPlain = text === null;
          isUnescaped = unescaped;
          return text;
        },
      },
      { variables, send: i % 2 === 0 ? send : greedy(send, namesIn(query)) },
    );
    if (isPlain || answer.errors.length > 0) tally.carefully++;
    else if (isUnescaped) tally.unescaped++;
    const ours = {
      data: answer.data === undefined ? undefined : JSON.parse(answer.data),
      errors: answer.errors as readonly Told[],
    };
    const due = await expected(document, variables);
    const differs = difference(ours, due);
    tally.operations++;
    const place = `SEED=${seed} operation ${i}: ${query} ${JSON.stringify(variables)}`;
    if (differs !== null) throw new Error(`${place}\n${differs}`);
    for (const round of ['filling', 'warm']) {
      const scope = { headers: {}, deadlineAt: Number.POSITIVE_INFINITY };
      const known = cache(generation, scope, answerFreshness());
      const request = { variables, send, cache: known };
      const { data, errors } = await execute(compiled, request);
      const told = {
        data: data === undefined ? undefined : JSON.parse(data),
        errors: errors as readonly Told[],
      };
      const changed = difference(told, due);
      if (changed !== null) throw new Error(`${place} with a ${round} cache\n${changed}`);
    }
  }
}

const PUBLIC = (name: string) => (name === 'cache-control' ? 'public, max-age=3600' : undefined);

const callingAllPublic =
  (send: Send): Send =>
  async (fetch) => {
    const answer = await send(fetch);
    return 'failure' in answer ? answer : { ...answer, header: PUBLIC };
  };

/** A cache for all operations of a graph. */
function warming(tally: Tally) {
  const nothing = { inc: () => {} };
  const hits = {
    inc: (_: object, count = 1) => {
      tally.hits += count;
    },
  };
  const metrics = { hits, misses: nothing, stored: nothing, stale: nothing };
  return entityCache({
    store: memoryStore({ maxBytes: 10_000_000, now: Date.now }),
    invalidations: invalidations(),
    forwarded: [],
    rulesOf: () => ({ defaultTtl: 0, maxTtl: 3_600 }),
    metrics: metrics as unknown as Parameters<typeof entityCache>[0]['metrics'],
    now: Date.now,
  });
}
