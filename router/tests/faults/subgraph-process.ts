import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a subgraph does by itself when told to. */
export type Misbehaviour = 'slow' | 'garbage' | 'half-closed' | 'reset' | '503';
/** What can be wrong with a process. */
export type Ill = Misbehaviour | 'killed' | 'stopped';

export type SubgraphProcess = {
  readonly port: number;
  /** Resolves when it listens. */
  start: () => Promise<void>;
  fallIll: (ill: Ill) => Promise<void>;
  /** Resolves as soon as it could answer again. */
  recover: () => Promise<void>;
  /** SIGTERM; resolves when it has ended by itself. */
  drain: () => Promise<void>;
  end: () => void;
};

const main = fileURLToPath(new URL('./subgraph-main.ts', import.meta.url));

export function subgraphProcess(name: string, port: number): SubgraphProcess {
  let child: ChildProcess | null = null;
  let illness: Ill | null = null;

  const running = (): ChildProcess => {
    if (child === null) throw new Error(`${name} does not run`);
    return child;
  };
  const start = async () => {
    child = fork(main, [name, String(port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(child, 'message');
  };
  const tell = async (what: Misbehaviour | 'well') => {
    running().send(what);
    await once(running(), 'message');
  };

  return {
    port,
    start,
    fallIll: async (ill) => {
      illness = ill;
      if (ill === 'stopped') running().kill('SIGSTOP');
      else if (ill === 'killed') {
        const ended = once(running(), 'exit');
        running().kill('SIGKILL');
        await ended;
      } else await tell(ill);
    },
    recover: async () => {
      if (illness === 'stopped') running().kill('SIGCONT');
      else if (illness === 'killed') await start();
      else await tell('well');
      illness = null;
    },
    drain: async () => {
      const ended = once(running(), 'exit');
      running().kill('SIGTERM');
      await ended;
    },
    end: () => child?.kill('SIGKILL'),
  };
}
