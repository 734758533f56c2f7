import type { IncomingMessage } from 'node:http';
import type { Viewer } from '@souk/platform/identity';
import { batchTooLong, rateLimited } from '../operations/refusal.ts';
import { type Resolved, resolveBody, resolveSearch } from '../operations/resolve-trusted.ts';
import type { TrustedDocuments } from '../operations/trusted-documents.ts';
import type { Answering, Exchange } from './exchange.ts';
import type { Identify } from './identify.ts';
import type { JudgedAnswer } from './judged-door.ts';
import type { JudgedScope } from './judged-scope.ts';
import type { Payers } from './payers.ts';
import { refusedStatus, speaksOfOperation } from './refused-status.ts';
import { requestScope } from './request-scope.ts';
import { withAge } from './with-age.ts';

/** A request as it came: its query string and its parsed body. */
export type Parts = { readonly search: string; readonly body: unknown };

export type JudgedPath = {
  /** Identity, rates, trusted documents, then Apollo Server. Never throws. */
  serve: (exchange: Exchange, parts: Parts) => Promise<void>;
  /** For one that has paid already. */
  serveViewer: (exchange: Exchange, parts: Parts, viewer: Viewer | null) => Promise<void>;
};

export function judgedPath(options: {
  identify: Identify;
  payers: Payers | null;
  trusted: TrustedDocuments | null;
  /** 0: batches are refused. */
  maxBatch: number;
  requestDeadlineMs: number;
  /** Of the client's, for subgraphs; in lower case. */
  forwardHeaders: readonly string[];
  /** Whether a header may ask for the query plan. */
  tellsPlans: boolean;
  judge: (
    request: IncomingMessage,
    search: string,
    body: unknown,
    scope: JudgedScope,
  ) => Promise<JudgedAnswer>;
  answering: Answering;
}): JudgedPath {
  const { identify, payers, trusted, maxBatch, tellsPlans, judge, answering } = options;

  async function answer(
    exchange: Exchange,
    { search, body }: Parts,
    viewer: Viewer | null,
    payer: string | null,
    hasPaid: boolean,
  ): Promise<void> {
    const { request, requestId } = exchange;
    const scope = requestScope(
      request,
      viewer,
      requestId,
      options.requestDeadlineMs,
      options.forwardHeaders,
    );
    const tellsPlan = tellsPlans && request.headers['souk-expose-query-plan'] === 'true';
    const judged = { ...scope, payer: hasPaid ? null : payer, tellsPlan };
    const { status, mediaType, text, headers } = await judge(request, search, body, judged);
    const shown =
      status === 400 && speaksOfOperation(text)
        ? refusedStatus(request.headers.accept, mediaType)
        : status;
    const fields = payers === null || payer === null ? [] : payers.fields(payer);
    const all = [...headers, ...fields];
    // A batch is several answers, and a plan is for who asked for it.
    const isOne = shown === 200 && !tellsPlan && !Array.isArray(body);
    answering.send({ ...exchange, mediaType }, shown, text, isOne ? withAge(all, scope) : all);
  }

  function resolve({ search, body }: Parts): Resolved<Parts> {
    if (trusted === null) return { request: { search, body } };
    const resolved =
      body === undefined ? resolveSearch(trusted, search) : resolveBody(trusted, body);
    if ('refusal' in resolved) return resolved;
    return body === undefined
      ? { request: { search: resolved.request as string, body } }
      : { request: { search, body: resolved.request } };
  }

  async function serve(exchange: Exchange, parts: Parts): Promise<void> {
    const { request } = exchange;
    const viewer = await identify(request);
    const operations = Array.isArray(parts.body) ? parts.body.length : 1;
    if (maxBatch > 0 && operations > maxBatch) {
      return answering.refuse(exchange, batchTooLong(maxBatch));
    }
    const payer = payers === null ? null : payers.of(request, viewer);
    const wait = payers === null || payer === null ? 0 : payers.charge(payer, operations);
    if (wait > 0) {
      const fields = payers === null || payer === null ? [] : payers.fields(payer);
      return answering.refuse(exchange, rateLimited(wait, fields));
    }
    const resolved = resolve(parts);
    if ('refusal' in resolved) return answering.refuse(exchange, resolved.refusal);
    return answer(exchange, resolved.request, viewer, payer, false);
  }

  return {
    serve: (exchange, parts) =>
      serve(exchange, parts).catch((error: unknown) => answering.fail(exchange, error)),
    serveViewer: async (exchange, parts, viewer) => {
      try {
        const resolved = resolve(parts);
        if ('refusal' in resolved) return answering.refuse(exchange, resolved.refusal);
        const payer = payers === null ? null : payers.of(exchange.request, viewer);
        await answer(exchange, resolved.request, viewer, payer, true);
      } catch (error) {
        answering.fail(exchange, error);
      }
    },
  };
}
