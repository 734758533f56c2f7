import type { Command } from './command.ts';

/** Loaded when they are called: a planner takes longer to load than most commands to run. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  compose: async () => (await import('./commands/compose.ts')).compose,
  check: async () => (await import('./commands/check.ts')).check,
  explain: async () => (await import('./commands/explain.ts')).explain,
  contract: async () => (await import('./commands/contract.ts')).contract,
  usage: async () => (await import('./commands/usage.ts')).usage,
  approve: async () => (await import('./commands/approve.ts')).approve,
  publish: async () => (await import('./commands/publish.ts')).publish,
  history: async () => (await import('./commands/history.ts')).history,
  diff: async () => (await import('./commands/diff.ts')).diff,
  rollback: async () => (await import('./commands/rollback.ts')).rollback,
  fetch: async () => (await import('./commands/fetch.ts')).fetch,
  prune: async () => (await import('./commands/prune.ts')).prune,
};
