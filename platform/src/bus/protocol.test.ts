import { expect, test } from 'vitest';
import { BUS_ADDRESS, busKind } from './protocol.ts';

test('the scheme of an address says which transport it is', () => {
  expect(busKind('postgresql://u:p@host/bus')).toBe('postgres');
  expect(busKind('amqps://host')).toBe('rabbitmq');
  expect(() => busKind('nats://host')).toThrow('No bus speaks nats://');
});

test('several brokers of a Kafka are one address', () => {
  const address = 'kafka://one:9092,two:9092,three:9092';
  expect(BUS_ADDRESS.test(address)).toBe(true);
  expect(busKind(address)).toBe('kafka');
});
