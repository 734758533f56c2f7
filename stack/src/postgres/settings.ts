/**
 * A machine that people work on: durable as in production, modest in memory. Everything else keeps
 * PostgreSQL's defaults.
 */
export const settings = {
  // Nine instances of five services, twenty connections each, are 900; 100 would cost little less.
  max_connections: 1_000,
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  wal_level: 'minimal',
  max_wal_senders: 0,
  idle_in_transaction_session_timeout: '60s',
  // Short statements by the thousand: compiling them costs more than it saves.
  jit: 'off',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
} as const;
