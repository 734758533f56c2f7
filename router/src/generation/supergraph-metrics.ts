import type { Metrics } from '@souk/platform/metrics';
import { Counter, Gauge } from 'prom-client';

export type PollOutcome = 'changed' | 'unchanged' | 'refused' | 'failed';

export type SupergraphMetrics = {
  polled: (outcome: PollOutcome) => void;
  /** Whether the supergraph that serves came from disk, because its source was away. */
  fromDisk: (is: boolean) => void;
};

/** Of the whole graph, and with the label `contract` of each contract. */
export function supergraphMetrics({
  registry,
}: Metrics): (contract: string | null) => SupergraphMetrics {
  const registers = [registry];
  const polls = new Counter({
    name: 'router_supergraph_polls_total',
    help: 'Polls of the supergraph by their outcome.',
    labelNames: ['outcome', 'contract'] as const,
    registers,
  });
  const last = new Gauge({
    name: 'router_supergraph_last_poll_timestamp_seconds',
    help: 'When the source of the supergraph was last read.',
    labelNames: ['contract'] as const,
    registers,
  });
  const disk = new Gauge({
    name: 'router_supergraph_from_disk',
    help: '1 while the last good supergraph from disk serves, as its source was away at the start.',
    labelNames: ['contract'] as const,
    registers,
  });
  return (contract) => {
    const labels = contract === null ? {} : { contract };
    return {
      polled: (outcome) => {
        polls.inc({ ...labels, outcome });
        if (outcome !== 'failed') last.setToCurrentTime(labels);
      },
      fromDisk: (is) => disk.set(labels, is ? 1 : 0),
    };
  };
}
