/** Codes of composition that no subgraphs can bring about here, and why. */
export const UNREACHABLE: Readonly<Record<string, string>> = {
  UNSUPPORTED_LINKED_FEATURE:
    'Told to who serves a supergraph with a feature that it does not support; composition takes any.',
  UNSUPPORTED_FEATURE: 'Declared, and raised nowhere.',
  INVALID_FEDERATION_SUPERGRAPH: 'About a supergraph that is read, not one that is composed.',
  DOWNSTREAM_SERVICE_ERROR: 'About requests to a subgraph, while queries are executed.',
  MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED:
    'Takes a million paths through the subgraphs, which is a graph of minutes and gigabytes.',
};
