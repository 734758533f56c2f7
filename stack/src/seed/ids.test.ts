import { describe, expect, test } from 'vitest';
import { idOf } from './ids.ts';

describe('idOf', () => {
  test('the same name and date give the same id, another name another id', () => {
    expect(idOf('mug', '2026-01-01T00:00:00Z')).toBe(idOf('mug', '2026-01-01T00:00:00Z'));
    expect(idOf('mug')).not.toBe(idOf('cup'));
  });

  test('an id is a UUIDv7 that tells its date', () => {
    const at = Date.parse('2026-03-04T05:06:07.089Z');
    const id = idOf('mug', at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
  });

  test('ids sort by date', () => {
    expect(idOf('b', '2026-01-01T00:00:00Z') < idOf('a', '2026-01-02T00:00:00Z')).toBe(true);
  });
});
