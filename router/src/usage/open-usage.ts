import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '@souk/platform/config';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import { Counter } from 'prom-client';
import type { Config } from '../config.ts';
import type { AddRoutes } from '../http/fastify-door.ts';
import { clientReader } from './client.ts';
import { type UsageRecorder, usageRecorder } from './recorder.ts';
import { parseUsage, printUsage, type UsageFile } from './usage-file.ts';
import { usageLog } from './usage-log.ts';
import { usageRoute } from './usage-route.ts';

export type Usage = {
  count: UsageRecorder['count'];
  routes: AddRoutes | null;
  /** Writes what is counted and not yet written. */
  close: () => void;
};

/**
 * The record of what clients send, or null where nobody wants it. Throws ConfigError for a directory
 * that cannot be written, or a file there that is no record.
 */
export function openUsage(
  config: Config,
  instance: string,
  { metrics, log }: { metrics: Metrics; log: Logger },
): Usage | null {
  const { USAGE_DIR, USAGE_SECRET, USAGE_MAX_OPERATIONS, USAGE_FLUSH_MS } = config;
  if (USAGE_DIR === undefined && USAGE_SECRET === undefined) return null;
  const file = USAGE_DIR === undefined ? null : fileIn(USAGE_DIR, instance);
  const kept = usageLog(file === null ? null : earlier(file), USAGE_MAX_OPERATIONS, today());
  const clientOf = clientReader(config.CLIENT_NAME_HEADER, config.CLIENT_VERSION_HEADER);
  const recorder = usageRecorder(clientOf, USAGE_MAX_OPERATIONS);
  const dropped = new Counter({
    name: 'router_usage_dropped_total',
    help: 'Requests whose operation is not in the record for want of room.',
    registers: [metrics.registry],
  });
  let written = '';

  function settled(): UsageFile {
    dropped.inc(recorder.settle(kept, today()));
    return kept.file();
  }

  function flush(): void {
    const text = printUsage(settled());
    if (file === null || text === written) return;
    try {
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
      written = text;
    } catch (error) {
      log.warn({ err: error, file }, 'the record of usage cannot be written');
    }
  }

  const timer = setInterval(flush, USAGE_FLUSH_MS);
  timer.unref();
  return {
    count: recorder.count,
    routes: USAGE_SECRET === undefined ? null : usageRoute(USAGE_SECRET, settled),
    close: () => {
      clearInterval(timer);
      flush();
    },
  };
}

const today = (): string => new Date().toISOString().slice(0, 10);

function fileIn(directory: string, instance: string): string {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new ConfigError(`USAGE_DIR cannot be made: ${(error as Error).message}`);
  }
  return path.join(directory, `${instance.replaceAll(/[^\w.-]/g, '-')}.json`);
}

function earlier(file: string): UsageFile | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    return parseUsage(text);
  } catch (error) {
    throw new ConfigError(`${file} is no record of usage: ${(error as Error).message}`);
  }
}
