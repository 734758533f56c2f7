import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Answer, decode, encode } from 'dns-packet';
import { afterEach, expect, test, vi } from 'vitest';
import { watchDiscovery } from './discovery.ts';
import { parseDnsAddress } from './dns-address.ts';
import { createLogger } from './log.ts';

const log = createLogger({ name: 'test', level: 'silent' });
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A DNS server on UDP that answers from records, or with SERVFAIL. */
async function dnsServer(records: Answer[]) {
  const server = createSocket('udp4');
  const state = { records, isFailing: false };
  server.on('message', (bytes, from) => {
    const query = decode(bytes);
    const [asked] = query.questions ?? [];
    const answers = state.records.filter(
      (it) => it.name === asked?.name && it.type === asked?.type,
    );
    const code = state.isFailing ? 2 : state.records.some((it) => it.name === asked?.name) ? 0 : 3;
    const flags = 0x8180 | code;
    const answer = { id: query.id ?? 0, type: 'response' as const, flags, answers };
    const questions = query.questions ?? [];
    server.send(
      encode({ ...answer, questions, answers: state.isFailing ? [] : answers }),
      from.port,
      from.address,
    );
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.address().port}`]);
  return Object.assign(state, { resolver });
}

function discover(services: object, resolver: Resolver) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'discovery-')), 'discovery.json');
  writeFileSync(file, JSON.stringify(services));
  const discovery = watchDiscovery(file, log, { intervalMs: 1_000, resolver });
  closing.push(discovery.close);
  const urls = (service: string) => discovery.instances(service).map(({ http }) => http);
  return { discovery, urls };
}

const a = (name: string, data: string): Answer => ({ type: 'A', name, ttl: 1, data });

test('instances follow the A records, and stay while DNS fails', async () => {
  const dns = await dnsServer([a('shop.test', '10.0.0.2'), a('shop.test', '10.0.0.1')]);
  const { discovery, urls } = discover({ shop: 'dns://shop.test:4001?rpc=5001' }, dns.resolver);
  await vi.waitFor(() => expect(urls('shop')).toHaveLength(2), 3_000);
  const first = discovery.instances('shop');
  expect(first[0]).toEqual({
    id: 'shop-10.0.0.1-4001',
    http: 'http://10.0.0.1:4001',
    rpc: 'http://10.0.0.1:5001',
  });
  dns.isFailing = true;
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(discovery.instances('shop')).toBe(first);
  dns.isFailing = false;
  dns.records = [a('shop.test', '10.0.0.3')];
  await vi.waitFor(() => expect(urls('shop')).toEqual(['http://10.0.0.3:4001']), 4_000);
}, 15_000);

test('SRV records tell hosts and ports, those of the first priority only', async () => {
  const srv = (priority: number, port: number, target: string): Answer => ({
    type: 'SRV',
    name: '_http._tcp.shop.test',
    ttl: 1,
    data: { priority, weight: 1, port, target },
  });
  const dns = await dnsServer([
    srv(1, 4_001, 'one.test'),
    srv(1, 4_002, 'one.test'),
    srv(2, 4_003, 'two.test'),
    a('one.test', '10.0.0.1'),
    a('two.test', '10.0.0.2'),
  ]);
  const { urls } = discover({ shop: 'srv://_http._tcp.shop.test' }, dns.resolver);
  await vi.waitFor(
    () => expect(urls('shop')).toEqual(['http://10.0.0.1:4001', 'http://10.0.0.1:4002']),
    3_000,
  );
});

test('a name that only the system knows is found by it', async () => {
  const dns = await dnsServer([]);
  const { urls } = discover({ shop: 'dns://localhost:4001' }, dns.resolver);
  await vi.waitFor(() => expect(urls('shop').join()).toMatch(/127\.0\.0\.1|::1/), 3_000);
});

test('addresses in DNS are read, and what is none is refused', () => {
  expect(parseDnsAddress('dns://a.b.test:80')).toMatchObject({ name: 'a.b.test', port: 80 });
  expect(parseDnsAddress('srv://_http._tcp.a')).toMatchObject({ kind: 'srv', port: null });
  for (const wrong of ['dns://a', 'srv://a:80', 'http://a:80', 'dns://a:80/path', '']) {
    expect(parseDnsAddress(wrong)).toBeNull();
  }
});
