import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { StackError } from '../failures.ts';
import { writeAtomically } from './atomic-file.ts';

const Passwords = z.object({ superuser: z.string(), services: z.record(z.string(), z.string()) });

export type Passwords = z.output<typeof Passwords>;

const fresh = () => randomBytes(18).toString('base64url');

/**
 * The passwords of PostgreSQL's roles, random, kept in a file that only its owner may read.
 * A service that has none yet gets one.
 */
export function keepPasswords(file: string, services: readonly string[]): Passwords {
  const exists = existsSync(file);
  const known = exists ? readPasswords(file) : { superuser: fresh(), services: {} };
  const added = services.filter((name) => known.services[name] === undefined);
  const own = Object.fromEntries(added.map((name) => [name, fresh()]));
  const passwords = { ...known, services: { ...known.services, ...own } };
  if (!exists || added.length > 0) {
    writeAtomically(file, `${JSON.stringify(passwords, null, 2)}\n`, 0o600);
  }
  return passwords;
}

/** A secret for one variable of one service: it stays the same as long as the data does. */
export const secretOf = (passwords: Passwords, service: string, variable: string): string =>
  createHmac('sha256', passwords.superuser).update(`${service} ${variable}`).digest('base64url');

/** Throws StackError for a file that is not there or cannot be used. */
export function readPasswords(file: string): Passwords {
  try {
    return Passwords.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new StackError(
      `The database passwords in ${file} cannot be read.`,
      'If the data may be thrown away: npm start -- --fresh',
    );
  }
}
