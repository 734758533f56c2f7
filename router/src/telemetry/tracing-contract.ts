import type { Tracer } from '@opentelemetry/api';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';

export type Tracing = {
  readonly tracer: Tracer;
  /** Sends what has not been sent yet, within a second. */
  close: () => Promise<void>;
};

export type TracingScope = {
  readonly instance: string;
  readonly metrics: Metrics;
  readonly log: Logger;
};
