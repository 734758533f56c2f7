import type { LeanRequestOptions, LeanResponse } from './lean/contract.ts';
import type { OutgoingHeaders } from './outgoing-headers.ts';

/** Sends POST requests to one origin. */
export type Client = {
  /** Rejects with LeanError only. */
  post: (
    path: string,
    headers: OutgoingHeaders,
    body: string,
    options: LeanRequestOptions,
  ) => Promise<LeanResponse>;
  close: () => void;
};

export type ClientOptions = {
  readonly connections: number;
  readonly pipelining: number;
  readonly connectTimeoutMs: number;
  readonly keepAliveMs: number;
  readonly maxResponseBytes: number;
};

export type OpenClient = (origin: string) => Client;
