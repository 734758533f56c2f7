import { expect, test } from 'vitest';
import { ejection } from './ejection.ts';
import type { Instance } from './instance.ts';
import { instancesOf } from './instances.ts';
import { latency } from './latency.ts';

type Found = { id: string; http: string }[];
const found = (...http: string[]): Found => http.map((url, i) => ({ id: String(i), http: url }));

function stage(url: string, first: Found) {
  let known = first;
  const closed: string[] = [];
  const discovery = { instances: () => known, close: () => {} };
  const open = (at: URL): Instance => ({
    url: at,
    path: at.pathname,
    client: { post: () => Promise.reject(new Error('unused')), close: () => closed.push(at.href) },
    latency: latency(() => 0),
    ejection: ejection({ consecutive: 1, ejectMs: 1, maxMs: 1 }, () => 0),
    outstanding: 0,
    isRetired: false,
  });
  const instances = instancesOf({ name: 'a', url }, discovery, open);
  return {
    instances,
    closed,
    urls: () => instances.current().map((instance) => instance.url.href),
    tell: (...urls: string[]) => {
      known = found(...urls);
    },
  };
}

test("instances take the path of the supergraph's address, unless they have one", () => {
  const { urls } = stage('http://origin:1/gql', found('http://one:1', 'http://two:2/other'));
  expect(urls()).toEqual(['http://one:1/gql', 'http://two:2/other']);
});

test('what is known of an instance stays with it while others come and go', () => {
  const { instances, closed, tell, urls } = stage('', found('http://one:1', 'http://two:2'));
  const [, two] = instances.current();
  tell('http://two:2', 'http://three:3');
  expect(instances.current()[0]).toBe(two);
  expect(closed).toEqual(['http://one:1/graphql']);
  tell();
  expect(urls()).toEqual([]);
});

test('an instance that goes while it is asked ends with its last answer', () => {
  const { instances, closed, tell } = stage('', found('http://one:1'));
  const [one] = instances.current();
  if (one === undefined) throw new Error('no instance');
  one.outstanding = 1;
  tell('http://two:2');
  instances.current();
  expect(closed).toEqual([]);
  expect(one.isRetired).toBe(true);
});

test('an address that is told twice is one instance', () => {
  expect(stage('', found('http://one:1', 'http://one:1')).urls()).toHaveLength(1);
});
