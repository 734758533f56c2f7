import { AppError } from '@souk/platform/errors';

/** Throws NOT_FOUND for what is not there. */
export function found<Thing>(thing: Thing | null | undefined, what: string): Thing {
  if (thing === null || thing === undefined) {
    throw new AppError('NOT_FOUND', `There is no ${what} of that id.`);
  }
  return thing;
}

/** Throws CONFLICT, with the present version, when somebody else was faster. */
export function expectVersion(thing: { version: number }, expected: number): void {
  if (thing.version !== expected) {
    throw new AppError('CONFLICT', 'Somebody has changed this in the meantime; look again.', {
      expectedVersion: expected,
      version: thing.version,
    });
  }
}
