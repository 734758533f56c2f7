/**
 * Two letters of the carrier and twelve digits, the last two of them a check (ISO 7064, MOD 97-10).
 * `serial` is a UUID of this number alone: its last 62 bits are random.
 */
export function trackingNumberOf(carrier: string, serial: string): string {
  const random = BigInt(`0x${serial.replaceAll('-', '').slice(-16)}`);
  const digits = random % 10n ** 10n;
  const check = 98n - ((digits * 100n) % 97n);
  return `${carrier.slice(0, 2).toUpperCase()}${pad(digits, 10)}${pad(check, 2)}`;
}

const pad = (digits: bigint, length: number): string => String(digits).padStart(length, '0');
