import { expect, test } from 'vitest';
import { explain, explainProgram, StackError } from './failures.ts';
import { PostgresFailed } from './postgres/cluster.ts';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });
const postgres = (output: string) => new PostgresFailed('PostgreSQL did not start.', output);

test.each([
  [withCode('ENOSPC'), 'The disk that holds /data is full.'],
  [
    postgres('FATAL:  could not write lock file "postmaster.pid": No space left on device'),
    'The disk that holds /data is full.',
  ],
  [withCode('EACCES'), '/data cannot be written (EACCES).'],
  [withCode('ENOTDIR'), '/data cannot be written (ENOTDIR).'],
  [Object.assign(withCode('ENOENT'), { syscall: 'mkdir' }), '/data cannot be written (ENOENT).'],
  [withCode('28P01'), 'PostgreSQL in /data does not accept the passwords kept beside it.'],
  [
    postgres('LOG:  could not bind IPv4 address "127.0.0.1": Address already in use'),
    'The port that PostgreSQL needs was taken while it started.',
  ],
  [
    postgres(
      'DETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.',
    ),
    'The database in /data was made by another version of PostgreSQL.',
  ],
  [
    postgres('2026-01-01 UTC [7] PANIC:  could not read file "global/pg_control"'),
    'The database in /data cannot be started (PANIC:  could not read file "global/pg_control").',
  ],
  [
    postgres('initdb: error: could not access directory "/data": Permission denied'),
    'PostgreSQL may not use /data: permission denied.',
  ],
])('%s is explained as: %s', (error, message) => {
  const explained = explain(error, '/data');
  expect(explained).toBeInstanceOf(StackError);
  expect(explained.message).toBe(message);
  expect(explained.advice).toMatch(/npm start|Stop/);
});

test('a program that keeps dying is quoted, and its log is named', () => {
  const error = explainProgram(
    'orders-1 keeps dying.',
    ['boom'],
    '/data/logs/orders-1.log',
    '/data',
  );
  expect(error.message).toBe('orders-1 keeps dying. It said last:\n    boom');
  expect(error.advice).toBe('Its log: /data/logs/orders-1.log');
});

test('a program that dies of a full disk is explained as that', () => {
  const line = 'could not extend file: No space left on device';
  expect(explainProgram('x', [line], '/data/logs/x.log', '/data').message).toBe(
    'The disk that holds /data is full.',
  );
});
