import { expect, test } from 'vitest';
import { parseConfig } from '../config.ts';
import { strangeSubgraphs } from './strange-subgraphs.ts';

test('keys for subgraphs that there are not are named, with what was meant', () => {
  const env = {
    CACHE_SUBGRAPHS: '{"prodcts":{"enabled":false},"orders":{"enabled":false}}',
    TRANSPORT: '{"subgraphs":{"zzz":{"queryDeadlineMs":5}}}',
  };
  const config = parseConfig([], env, { SUPERGRAPH_FILE: 'a', EXAMPLES_DIR: 'b' });
  if (config === null) throw new Error('no configuration');
  expect(strangeSubgraphs(config, ['orders', 'products'])).toEqual([
    'cache.subgraphs.prodcts: no subgraph of this supergraph; did you mean products?',
    'transport.subgraphs.zzz: no subgraph of this supergraph',
  ]);
});
