import { createHash } from 'node:crypto';

/** When the things without a date of their own came to be, epoch milliseconds. */
const BEGINNING = Date.parse('2025-06-01T00:00:00.000Z');

/**
 * A UUIDv7 (RFC 9562 §5.7) that depends on nothing but its arguments: 48 bits of time, then the
 * SHA-256 of the name. Services that name the same thing get the same id.
 */
export function idOf(name: string, at: string | number = BEGINNING): string {
  const milliseconds = typeof at === 'number' ? at : Date.parse(at);
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

export const productId = (slug: string): string => idOf(`product ${slug}`);
export const variantId = (sku: string): string => idOf(`variant ${sku}`);
export const userId = (email: string): string => idOf(`user ${email}`);
