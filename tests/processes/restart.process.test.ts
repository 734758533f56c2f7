import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PASSWORD, post } from '../e2e/client.ts';
import { dataFolder, freeOffset, startStack } from '../stack-process.ts';

const folder = await dataFolder();
afterAll(() => rm(folder, { recursive: true, force: true }));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('what was written is there after a restart, and Ctrl-C leaves no process', async () => {
  const portOffset = await freeOffset();
  const args = ['--only', 'accounts'];
  const email = 'somebody@souk.example';
  const first = await startStack({ dataDirectory: folder, portOffset, args });
  const signUp = `mutation { signUp(input: { email: "${email}", password: "${PASSWORD}", name: "Somebody" }) { viewer { id } } }`;
  const { data: made } = await post(`${first.addresses.router}/graphql`, signUp);
  const processes = JSON.parse(readFileSync(path.join(folder, 'processes.json'), 'utf8'));
  const pids = Object.values(processes as Record<string, { pid: number }>).map(({ pid }) => pid);
  expect(pids.length).toBeGreaterThanOrEqual(3);
  expect(pids.every(isAlive)).toBe(true);

  expect(await first.stop()).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(existsSync(path.join(folder, 'addresses.json'))).toBe(false);

  const second = await startStack({ dataDirectory: folder, portOffset, args });
  try {
    const signIn = `mutation { signIn(input: { email: "${email}", password: "${PASSWORD}" }) { viewer { id } } }`;
    const found = await post(`${second.addresses.router}/graphql`, signIn);
    expect(found.errors).toBeUndefined();
    expect(found.data.signIn.viewer.id).toBe(made.signUp.viewer.id);
  } finally {
    await second.stop();
  }
}, 120_000);
