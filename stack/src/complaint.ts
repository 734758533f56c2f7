import { UsageError } from './config/flags.ts';
import { StackError } from './failures.ts';

/** Says what went wrong with a command, and how its process ends: 2 for a wrong usage, else 1. */
export function complain(proc: NodeJS.Process, error: unknown): void {
  const known = error instanceof UsageError || error instanceof StackError;
  const advice = error instanceof StackError ? `\n  ${error.advice}` : '';
  const text = error instanceof Error ? (known ? error.message : error.stack) : String(error);
  proc.stderr.write(`✗ ${text}${advice}\n`);
  proc.exitCode = error instanceof UsageError ? 2 : 1;
}
