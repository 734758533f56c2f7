/**
 * Connections that could not be made, or broke: Node's and the driver's words, and PostgreSQL's
 * classes 08 (connection exception) and 57P0x (shutting down, crashed, starting up).
 */
const CODES = /^(ECONN\w+|EPIPE|ETIMEDOUT|CONNECTION_\w+|CONNECT_TIMEOUT|08\w{3}|57P0[1-5])$/;

/** Whether something that is needed was away: what failed for it may succeed unchanged once it is back. */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Object; cause = 'cause' in cause ? cause.cause : null) {
    if ('code' in cause && CODES.test(String(cause.code))) return true;
  }
  return false;
}
