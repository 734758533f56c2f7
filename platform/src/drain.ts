import type { Logger } from './log.ts';

/** Drains once at the first request to stop; exits 1 when that takes longer than the deadline. */
export function onStop(
  proc: NodeJS.Process,
  deadlineMs: number,
  log: Logger,
  close: () => Promise<void>,
): void {
  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'draining');
    setTimeout(() => proc.exit(1), deadlineMs).unref();
    close().then(
      () => proc.exit(0),
      (error) => {
        log.error({ err: error }, 'could not close cleanly');
        proc.exit(1);
      },
    );
  };
  proc.on('SIGTERM', () => stop('SIGTERM'));
  proc.on('SIGINT', () => stop('SIGINT'));
  if (proc.env.STOP_ON_STDIN_CLOSE === '1') {
    proc.stdin.on('end', () => stop('parent gone')).on('error', () => stop('parent gone'));
    proc.stdin.resume();
  }
}
