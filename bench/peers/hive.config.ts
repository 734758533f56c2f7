import { defineConfig } from '@graphql-hive/gateway';

// What `hive-gateway supergraph` reads. One switch: whether equal requests to a subgraph that are in
// flight at the same time are sent once, which Hive Gateway does unless told otherwise.
const deduplicateInflightRequests = process.env.BENCH_DEDUPLICATE === '1';

export const gatewayConfig = defineConfig({
  transportEntries: { '*.http': { options: { deduplicateInflightRequests } } },
  logging: 'error',
});
