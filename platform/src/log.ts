import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Structured logs on stdout, one JSON object a line, without personal data or secrets. */
export function createLogger(options: { name: string; level: string; instance?: string }): Logger {
  return pino({
    name: options.name,
    level: options.level,
    base: { service: options.name, instance: options.instance ?? options.name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['authorization', '*.authorization', '*.password', '*.token'],
  });
}
