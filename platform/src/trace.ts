import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** W3C Trace Context, level 1: version, trace id, parent id, flags. */
const SHAPE = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** A span is named only when somebody asks for it. */
const current = new AsyncLocalStorage<{ parent: string | null | undefined; span?: string }>();

/** A new span of the same trace; of a new, sampled trace when there is no parent, or a torn one. */
export function childSpan(parent: string | null | undefined): string {
  const [, traceId = randomBytes(16).toString('hex'), flags = '01'] =
    SHAPE.exec(parent ?? '') ?? [];
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
}

/** Runs work, and all that it awaits, in a new span below `parent`. */
export const inTrace = <Result>(
  parent: string | null | undefined,
  work: () => Promise<Result>,
): Promise<Result> => current.run({ parent }, work);

/** The traceparent of the work at hand; undefined outside of any. */
export function traceparent(): string | undefined {
  const here = current.getStore();
  if (here !== undefined) here.span ??= childSpan(here.parent);
  return here?.span;
}

export const traceIdOf = (parent: string): string => SHAPE.exec(parent)?.[1] ?? '';
