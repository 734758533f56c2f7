import { rm } from 'node:fs/promises';
import type { Addresses } from '@souk/stack/addresses';
import type { TestProject } from 'vitest/node';
import { dataFolder, freeOffset, startStack } from './stack-process.ts';

/** A whole stack that all end-to-end tests share. */
export type StackUnderTest = Addresses & {
  /** Its logs are here, and processes.json with the id and state of every process. */
  dataDirectory: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackUnderTest;
  }
}

/** Starts the real stack, with demo data, on a temporary data directory and on ports of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = await dataFolder();
  const stack = await startStack({ dataDirectory, portOffset: await freeOffset() });
  project.provide('stack', { ...stack.addresses, dataDirectory });
  return async () => {
    await stack.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
}
