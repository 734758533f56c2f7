import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import { Counter } from 'prom-client';
import type { Tracing, TracingScope } from './tracing-contract.ts';
import type { TracingConfig } from './tracing-env.ts';

const CLOSE_MS = 1_000;
const TOLD_EVERY_MS = 60_000;

/** Traces to an OTLP/HTTP collector, in batches; nothing waits for it. */
export function otlpTracing(url: string, config: TracingConfig, scope: TracingScope): Tracing {
  const { OTEL_EXPORTER_OTLP_HEADERS: headers } = config;
  const exporter = new OTLPTraceExporter({ url, ...(headers && { headers: pairsOf(headers) }) });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      ...pairsOf(config.OTEL_RESOURCE_ATTRIBUTES ?? ''),
      'service.name': config.OTEL_SERVICE_NAME,
      'service.instance.id': scope.instance,
    }),
    sampler: samplerOf(config),
    spanProcessors: [new BatchSpanProcessor(counted(exporter, scope))],
  });
  return {
    tracer: provider.getTracer('@souk/router'),
    close: async () => {
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([provider.shutdown().catch(() => {}), deadline]);
    },
  };
}

/** Failures are counted, and logged now and then, without the address: it can hold a secret. */
function counted(exporter: SpanExporter, { metrics, log }: TracingScope): SpanExporter {
  const exports = new Counter({
    name: 'router_trace_exports_total',
    help: 'Batches of spans sent to the collector, by outcome.',
    labelNames: ['outcome'] as const,
    registers: [metrics.registry],
  });
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const isSent = result.code === 0;
        exports.inc({ outcome: isSent ? 'sent' : 'failed' });
        const now = performance.now();
        if (!isSent && now - toldAt > TOLD_EVERY_MS) {
          toldAt = now;
          log.warn({ spans: spans.length }, 'spans could not be sent to the collector');
        }
        done(result);
      }),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}

function samplerOf(config: TracingConfig): Sampler {
  const { OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: ratio } = config;
  const root = name.endsWith('always_on')
    ? new AlwaysOnSampler()
    : name.endsWith('always_off')
      ? new AlwaysOffSampler()
      : new TraceIdRatioBasedSampler(ratio);
  return name.startsWith('parentbased') ? new ParentBasedSampler({ root }) : root;
}

/** OpenTelemetry's `key=value,key=value`, percent-encoded as W3C Baggage is. */
const pairsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => {
        const mark = pair.indexOf('=');
        const value = pair.slice(mark + 1).trim();
        return [pair.slice(0, mark).trim(), decoded(value)];
      }),
  );

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
