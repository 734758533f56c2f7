import type { Finding } from '../report/finding.ts';
import type { Checker, Comparison } from './checker.ts';

const SECTIONS = ['usage', 'events', 'rpc', 'rest'] as const;

/** Tells what the proposal's schema.yaml looks at no more: what is not compared breaks unseen. */
export const coverage: Checker = {
  heading: 'coverage',
  needsComposition: false,
  check: ({ config, configBefore = config }: Comparison): Finding[] => {
    const sections = SECTIONS.filter((it) => configBefore[it] !== undefined && !config[it]);
    const clients = new Set(config.operations.map(({ client }) => client));
    const before = new Set(configBefore.operations.map(({ client }) => client));
    const gone = [...before].filter((client) => !clients.has(client));
    return [
      ...sections.map(
        (section): Finding => ({
          ...{ check: section, rule: 'NO_LONGER_COMPARED', level: 'error', severity: 'dangerous' },
          ...{ coordinate: section, message: `schema.yaml says nothing of ${section} any more` },
        }),
      ),
      ...gone.map(
        (client): Finding => ({
          ...{ check: 'operations', rule: 'CLIENT_NO_LONGER_KNOWN' },
          ...{ level: 'warning', severity: 'dangerous', coordinate: client },
          message: `schema.yaml names no operations of ${client} any more: nothing speaks for it`,
        }),
      ),
    ];
  },
};
