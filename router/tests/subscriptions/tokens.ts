import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An issuer of tokens that live as long as asked for. */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k' };
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    token: (sub: string, seconds: number) =>
      new SignJWT({ scope: 'a', sub })
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setIssuer('souk')
        .setAudience('souk')
        .setExpirationTime(new Date(Date.now() + seconds * 1_000))
        .sign(privateKey),
    close: () => server.close(),
  };
}
