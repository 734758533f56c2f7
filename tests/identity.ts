import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { scopesOf } from '../subgraphs/accounts/src/domain/roles.ts';

export type TestIdentity = {
  /** Where a subgraph under test finds the keys. */
  jwksUrl: string;
  /**
   * An access token as accounts signs them. Scopes follow from the roles unless they are given;
   * `expiresInSeconds` may be negative.
   */
  tokenFor: (person: {
    id: string;
    roles?: readonly string[];
    scopes?: readonly string[];
    sessionId?: string;
    issuer?: string;
    audience?: string;
    expiresInSeconds?: number;
  }) => Promise<string>;
  close: () => Promise<void>;
};

/** Stands in for accounts: signs tokens with a key of its own, whose public half it serves. */
export async function testIdentity(): Promise<TestIdentity> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const header = { alg: 'ES256', kid: 'test', typ: 'at+jwt' };
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }];
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    jwksUrl: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    tokenFor: (person) => {
      const roles = person.roles ?? ['customer'];
      const scope = (person.scopes ?? scopesOf(roles)).join(' ');
      const issuedAt = Math.floor(Date.now() / 1_000);
      return new SignJWT({ roles, scope, ...(person.sessionId && { sid: person.sessionId }) })
        .setProtectedHeader(header)
        .setSubject(person.id)
        .setIssuer(person.issuer ?? 'souk')
        .setAudience(person.audience ?? 'souk')
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + (person.expiresInSeconds ?? 600))
        .sign(privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
