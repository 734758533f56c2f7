import { z } from 'zod';

const pairs = z
  .string()
  .refine((text) => text.split(',').every((pair) => /^[^=]+=/.test(pair.trim())), {
    error: 'key=value pairs with commas between them',
  });

/**
 * What tracing reads from the environment, by the names of the OpenTelemetry specification. The
 * SDK knows further ones, such as OTEL_BSP_SCHEDULE_DELAY.
 */
export const tracingEnv = {
  OTEL_SDK_DISABLED: z.stringbool().default(false).meta({
    path: 'telemetry.tracing.disabled',
    description: 'Whether nothing is traced, whatever else is configured.',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      path: 'telemetry.tracing.endpoint',
      description:
        'Address of an OTLP/HTTP collector, /v1/traces is added; without it nothing is traced.',
    }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      path: 'telemetry.tracing.traces_endpoint',
      description: 'The same for traces alone, taken as it is.',
    }),
  OTEL_EXPORTER_OTLP_HEADERS: pairs.optional().meta({
    path: 'telemetry.tracing.headers',
    description: 'Headers of exports: key=value with commas between.',
    secret: true,
    list: true,
  }),
  OTEL_SERVICE_NAME: z.string().min(1).default('router').meta({
    path: 'telemetry.tracing.service_name',
    description: 'The service.name of the spans.',
  }),
  OTEL_RESOURCE_ATTRIBUTES: pairs.optional().meta({
    path: 'telemetry.tracing.resource_attributes',
    description: 'Further attributes of the resource: key=value with commas between.',
    list: true,
  }),
  OTEL_TRACES_SAMPLER: z
    .enum([
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ])
    .default('parentbased_traceidratio')
    .meta({
      path: 'telemetry.tracing.sampler',
      description: 'Which requests are traced; parentbased: as the client did, if it traces.',
    }),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1).meta({
    path: 'telemetry.tracing.sampler_ratio',
    description: 'Share of the traces that begin here, for samplers with a ratio.',
  }),
} as const;

export type TracingConfig = z.output<z.ZodObject<typeof tracingEnv>>;
