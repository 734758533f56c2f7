import type { Tracing, TracingScope } from './tracing-contract.ts';
import type { TracingConfig } from './tracing-env.ts';

/** Null: nothing is traced, and nothing of OpenTelemetry's SDK is loaded. */
export async function openTracing(
  config: TracingConfig,
  scope: TracingScope,
): Promise<Tracing | null> {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own, OTEL_EXPORTER_OTLP_ENDPOINT: all } = config;
  if (config.OTEL_SDK_DISABLED || (own === undefined && all === undefined)) return null;
  const url = own ?? `${all?.replace(/\/$/, '')}/v1/traces`;
  const { otlpTracing } = await import('./otlp-tracing.ts');
  return otlpTracing(url, config, scope);
}
