/** A table that is 1 at every byte that belongs to the class. */
const bytesThat = (belongs: (byte: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (belongs(byte) ? 1 : 0));

/** Bytes of a field name. Source: RFC 9110 section 5.6.2. */
export const TOKEN_BYTES = bytesThat((byte) =>
  /[\w!#$%&'*+.^`|~-]/.test(String.fromCharCode(byte)),
);

/** Bytes of a field value and of a reason phrase. Source: RFC 9110 section 5.5. */
export const VALUE_BYTES = bytesThat((byte) => byte === 9 || (byte >= 32 && byte !== 127));

export const CR = 13;
export const LF = 10;
export const SPACE = 32;
export const TAB = 9;
export const COLON = 58;
export const SEMICOLON = 59;
export const EQUALS = 61;
export const QUOTE = 34;
export const ZERO = 48;
export const NINE = 57;
