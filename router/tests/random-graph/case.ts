import { composeServices } from '@apollo/composition';
import { parse, validate } from 'graphql';
import { unfiltered } from '../../src/authorization/variant.ts';
import { execute } from '../../src/execute/execute.ts';
import { buildGeneration } from '../../src/generation/generation.ts';
import { difference, type Told } from './compare.ts';
import { randomModel } from './model.ts';
import { randomOperation } from './operation.ts';
import { seeded } from './random.ts';
import { sdlOf } from './sdl.ts';
import { oracle, sender } from './subgraphs.ts';
import { worldOf } from './world.ts';

export type Tally = { operations: number; refused: number; invalid: number; carefully: number };

/**
 * Runs operations on the graph of a seed. Throws where an answer is not what graphql-js says of the
 * same data as one schema. A graph that Apollo's composition refuses is counted and left.
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
  const send = sender(model, world);
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
    const answer = await execute(
      {
        ...compiled,
        shapeText: (data, coerced) => {
          const text = compiled.shapeText(data, coerced);
          isPlain = text === null;
          return text;
        },
      },
      { variables, send },
    );
    if (isPlain || answer.errors.length > 0) tally.carefully++;
    const ours = {
      data: answer.data === undefined ? undefined : JSON.parse(answer.data),
      errors: answer.errors as readonly Told[],
    };
    const differs = difference(ours, await expected(document, variables));
    tally.operations++;
    if (differs !== null) {
      const place = `SEED=${seed} operation ${i}: ${query} ${JSON.stringify(variables)}`;
      throw new Error(`${place}\n${differs}`);
    }
  }
}
