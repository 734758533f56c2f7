import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpServer } from '@souk/platform/http-server';
import type { Logger } from '@souk/platform/log';
import type { Desk, Work } from '../app/desk.ts';
import { invalid, Refusal } from '../domain/refusal.ts';
import type { Faults } from '../faults/faults.ts';
import { fingerprintOf } from '../idempotency/fingerprint.ts';
import { newId } from '../ids.ts';
import type { Journal } from '../ledger/journal.ts';
import { presentError } from '../shapes/error.ts';

type Path = { id: string };
export type Api = {
  /** A read: `query` is the text after the question mark. */
  get: (route: string, answer: (query: string, path: Path) => object) => void;
  /** A change. Parameters are read first: what cannot be understood never takes the key. */
  post: (route: string, read: (form: string, path: Path) => () => Work) => void;
};

const LONGEST_KEY = 255;

/** The routes under /v1: keys, forms, idempotency, error shapes and faults, as one Stripe API. */
export function serveApi(
  http: HttpServer,
  options: {
    desk: Desk;
    journal: Journal;
    faults: Faults;
    apiKey: string;
    apiVersion: string;
    log: Logger;
  },
  routes: (api: Api) => void,
): void {
  const { desk, faults, log } = options;
  http.register(
    async (scope) => {
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        (_, body, done) => done(null, body),
      );
      scope.addHook('onRequest', async (request, reply) => {
        reply.header('request-id', newId('req', 14));
        reply.header('stripe-version', versionOf(request.headers, options.apiVersion));
        requireKey(request.headers.authorization, options.apiKey);
        const { latencyMs } = faults.current();
        if (latencyMs > 0) await sleep(latencyMs);
        if (faults.strikes('errorRate')) throw new Error('switched on: errorRate');
      });
      scope.setNotFoundHandler((request) => {
        const [path] = request.url.split('?');
        throw new Refusal({
          status: 404,
          type: 'invalid_request_error',
          code: null,
          message: `Unrecognized request URL (${request.method}: ${path}).`,
        });
      });
      scope.setErrorHandler((error, _, reply) => {
        if (error instanceof Refusal) {
          return reply.code(error.facts.status).send({ error: presentError(error.facts) });
        }
        const { statusCode = 500, message } = error as { statusCode?: number; message: string };
        if (statusCode < 500) {
          const told = presentError({ type: 'invalid_request_error', message });
          return reply.code(statusCode).send({ error: told });
        }
        log.error({ err: error }, 'request failed');
        const told = presentError({ type: 'api_error', message: 'An unknown error occurred.' });
        return reply.code(500).send({ error: told });
      });
      routes({
        get: (route, answer) => {
          scope.get(route, async (request) => {
            const [, query = ''] = request.url.split('?', 2);
            const body = answer(query, request.params as Path);
            // Nobody is told what a crash could take back.
            await options.journal.settled();
            return body;
          });
        },
        post: (route, read) => {
          scope.post(route, async (request, reply) => {
            const form = typeof request.body === 'string' ? request.body : '';
            const work = read(form, request.params as Path);
            const key = keyOf(request.headers['idempotency-key']);
            const about = {
              id: String(reply.getHeader('request-id')),
              endpoint: `${request.method} ${request.url.split('?')[0]}`,
              fingerprint: fingerprintOf(form),
              idempotencyKey: key,
              apiVersion: versionOf(request.headers, options.apiVersion),
            };
            const done = await desk.execute(about, work);
            if (done.movedMoney && faults.strikes('loseReplyAfterCharge')) {
              reply.hijack();
              request.raw.socket.destroy();
              return;
            }
            if (key !== null) reply.header('idempotency-key', key);
            if (done.replayed) reply.header('idempotent-replayed', 'true');
            return reply.code(done.status).send(done.body);
          });
        },
      });
    },
    { prefix: '/v1' },
  );
}

const versionOf = (headers: Record<string, unknown>, byDefault: string): string =>
  typeof headers['stripe-version'] === 'string' ? headers['stripe-version'] : byDefault;

function keyOf(header: unknown): string | null {
  if (typeof header !== 'string' || header === '') return null;
  if (header.length <= LONGEST_KEY) return header;
  throw invalid(null, `Idempotency keys have at most ${LONGEST_KEY} characters.`);
}

function requireKey(authorization: string | undefined, apiKey: string): void {
  const [scheme = '', sent = ''] = (authorization ?? '').split(' ');
  const given =
    scheme.toLowerCase() === 'basic'
      ? (Buffer.from(sent, 'base64').toString('utf8').split(':')[0] ?? '')
      : sent;
  const [a, b] = [Buffer.from(given), Buffer.from(apiKey)];
  if (a.length === b.length && timingSafeEqual(a, b)) return;
  throw new Refusal({
    status: 401,
    type: 'invalid_request_error',
    code: null,
    message:
      given === ''
        ? 'You did not provide an API key.'
        : `Invalid API Key provided: ${given.slice(0, 8)}****`,
  });
}
