import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StackError } from '../failures.ts';

/** A kind of service, as its own package.json declares it under the key "souk". */
export type ServiceKind = {
  name: string;
  /** HTTP port of the first instance, before any offset. */
  port: number;
  /** Whether it serves gRPC too, at its HTTP port + 1000. */
  rpc: boolean;
  /** Environment variables that hold a random secret, the same for all instances, at every start. */
  secrets: readonly string[];
  /** PostgreSQL extensions that only the superuser may create. */
  extensions: readonly string[];
  /** Its program in the checkout, where that is not the usual one. */
  main?: string;
};

const FIRST_UNDECLARED_PORT = 4106;

const Manifest = z.object({
  souk: z
    .object({
      port: z.int().min(1_024).max(9_999).optional(),
      rpc: z.boolean().default(false),
      secrets: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)).default([]),
      extensions: z.array(z.string().regex(/^[a-z_]+$/)).default([]),
    })
    .default({ rpc: false, secrets: [], extensions: [] }),
});

/**
 * The services of this checkout: every folder of `subgraphs/` that has a src/main.ts, by port.
 * One that declares no port gets the first free one from 4106. Throws StackError for a package.json
 * that cannot be used.
 */
export function readTopology(root: string): ServiceKind[] {
  const folder = path.join(root, 'subgraphs');
  const found = readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'src', 'main.ts')))
    .map((name) => ({ name, ...readManifest(path.join(folder, name, 'package.json')) }));
  return withPorts(found).sort((a, b) => a.port - b.port);
}

type Declared = Omit<ServiceKind, 'port'> & { port?: number | undefined };

/** Gives a port to each service that declares none, in the order of their names. */
export function withPorts(declared: readonly Declared[]): ServiceKind[] {
  const taken = new Set(declared.map((service) => service.port));
  let next = FIRST_UNDECLARED_PORT;
  return declared
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((service) => {
      if (service.port !== undefined) return { ...service, port: service.port };
      while (taken.has(next)) next += 1;
      taken.add(next);
      return { ...service, port: next };
    });
}

function readManifest(file: string): Omit<Declared, 'name'> {
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).souk;
  } catch (error) {
    throw new StackError(
      `${file} cannot be used: ${error instanceof z.ZodError ? z.prettifyError(error) : error}`,
      'It may say "souk": { "port": 4106, "rpc": false, "extensions": [] }.',
    );
  }
}
