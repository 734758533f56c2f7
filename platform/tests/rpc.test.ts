import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../src/errors.ts';
import { inTrace, traceparent } from '../src/trace.ts';
import { drop, type Handler, NOBODY, rpcStage } from './rpc-stage.ts';

let stage: ReturnType<typeof rpcStage>;
beforeEach(() => {
  stage = rpcStage();
});
afterEach(() => stage.close());

const echo: Handler = async ({ value }) => ({ value });

test('errors meant for the caller arrive with code, message and details', async () => {
  await stage.serve(() =>
    Promise.reject(new AppError('CONFLICT', 'Too late, 늦었습니다.', { at: 7 })),
  );
  await expect(stage.client().ask({ value: '' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'Too late, 늦었습니다.',
    details: { at: 7 },
  });
});

test('any other error is masked', async () => {
  await stage.serve(() => Promise.reject(new Error('password=hunter2')));
  const refused = await stage
    .client()
    .ask({ value: '' })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(String(refused)).not.toContain('hunter2');
});

test('a call carries the trace of the work at hand, as a span of its own', async () => {
  await stage.serve(async () => ({ value: traceparent() ?? '' }));
  const root = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const { value } = await inTrace(root, () => stage.client().ask({ value: '' }));
  expect(value).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  expect(value).not.toContain('b7ad6b7169203331');
});

test('a call outside of any trace begins one; a torn traceparent does too', async () => {
  await stage.serve(async () => ({ value: traceparent() ?? '' }));
  const { value } = await stage.client().ask({ value: '' });
  expect(value).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  const torn = await inTrace('00-0000-1-01', () => stage.client().ask({ value: '' }));
  expect(torn.value).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
});

test('a server that hangs costs its deadline, and the next call goes elsewhere first', async () => {
  await stage.takeConnections(() => {});
  const { ask } = stage.client(300);
  const startedAt = performance.now();
  await expect(ask({ value: '' })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  const ms = performance.now() - startedAt;
  expect(ms).toBeGreaterThan(280);
  expect(ms).toBeLessThan(700);
  await stage.serve(echo);
  for (let n = 0; n < 6; n++) {
    const askedAt = performance.now();
    expect(await ask({ value: 'x' })).toMatchObject({ value: 'x' });
    expect(performance.now() - askedAt).toBeLessThan(280);
  }
});

test("a method that ignores its caller's deadline is answered for, and told to stop", async () => {
  const stopped = vi.fn();
  await stage.serve(async (message, { signal }) => {
    signal.addEventListener('abort', stopped);
    await new Promise((resolve) => setTimeout(resolve, 600).unref());
    return message;
  });
  const refused = stage.client(5_000).ask({ value: '' }, { timeoutMs: 150 });
  await expect(refused).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  await vi.waitFor(() => expect(stopped).toHaveBeenCalled());
});

test.each(['ask', 'tell'] as const)('%s skips an instance that is gone', async (name) => {
  stage.urls.push(NOBODY);
  await stage.serve(echo);
  stage.urls.push(NOBODY);
  const call = stage.client()[name];
  for (let n = 0; n < 5; n++) expect(await call({ value: 'x' })).toMatchObject({ value: 'x' });
});

test.each([[[]], [[NOBODY, NOBODY]]])('with nobody at %j there is UNAVAILABLE', async (nobody) => {
  stage.urls.push(...nobody);
  await expect(stage.client().tell({ value: '' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

test('an instance that comes back within the deadline is found', async () => {
  const { port, close } = await stage.serve(echo);
  await close();
  const { tell } = stage.client(3_000);
  const answer = tell({ value: 'x' });
  await stage.serve(echo, { port });
  expect(await answer).toMatchObject({ value: 'x' });
});

test('a call that may be repeated is, when its connection breaks', async () => {
  const { connection, taken } = drop();
  await stage.takeConnections(connection);
  await stage.serve(echo);
  const { ask } = stage.client();
  for (let n = 0; n < 4; n++) expect(await ask({ value: 'x' })).toMatchObject({ value: 'x' });
  expect(taken()).toBeGreaterThan(0);
});

test('a call that may not be repeated never is', async () => {
  const { connection, taken } = drop();
  await stage.takeConnections(connection);
  await expect(stage.client().tell({ value: '' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(taken()).toBe(1);
});

test('a service that says UNAVAILABLE is asked again only where that is allowed', async () => {
  const calls = { ask: 0, tell: 0 };
  const handle =
    (name: 'ask' | 'tell'): Handler =>
    async () => {
      calls[name] += 1;
      throw new AppError('UNAVAILABLE', 'Not now.');
    };
  await stage.serve(handle('ask'), { tell: handle('tell') });
  await expect(stage.client().ask({ value: '' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(stage.client().tell({ value: '' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(calls).toEqual({ ask: 3, tell: 1 });
});

test('retries are a share of the calls: a service in trouble is not asked three times over', async () => {
  let asked = 0;
  await stage.serve(async () => {
    asked += 1;
    throw new AppError('UNAVAILABLE', 'Not now.');
  });
  const { ask } = stage.client(10_000);
  const CALLS = 60;
  await Promise.all(
    Array.from({ length: CALLS }, () => ask({ value: '' }).catch((error: unknown) => error)),
  );
  expect(asked).toBeGreaterThan(CALLS);
  expect(asked).toBeLessThanOrEqual(CALLS + 10 + CALLS * 0.2);
});

test("a caller's own signal ends the call at once", async () => {
  await stage.takeConnections(() => {});
  const refused = stage.client().ask({ value: '' }, { signal: AbortSignal.timeout(50) });
  await expect(refused).rejects.not.toBeInstanceOf(AppError);
});
