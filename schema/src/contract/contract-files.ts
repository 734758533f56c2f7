import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printSchema } from 'graphql';
import type { Contract } from './contract.ts';

export type ContractFile = { file: string; text: string };

/** Files of a contract: its supergraph, for routers, and where asked for its API schema, for people. */
export const contractFiles = (
  name: string,
  contract: Extract<Contract, { supergraph: string }>,
  { output, api }: { output: string; api: string | undefined },
): ContractFile[] => [
  { file: path.join(output, `${name}.graphql`), text: contract.supergraph },
  ...(api === undefined
    ? []
    : [{ file: path.join(api, `${name}.graphql`), text: `${printSchema(contract.api)}\n` }]),
];

/** Writes files, making their folders. */
export function writeFiles(root: string, files: readonly ContractFile[]): void {
  for (const { file, text } of files) {
    const location = path.resolve(root, file);
    mkdirSync(path.dirname(location), { recursive: true });
    writeFileSync(location, text);
  }
}
