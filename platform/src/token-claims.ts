import { z } from 'zod';
import type { Viewer } from './identity.ts';

const names = z
  .union([z.string().transform((text) => text.split(' ')), z.array(z.string())])
  .transform((all) => all.filter(Boolean));

const Claims = z.looseObject({
  sub: z.string().min(1),
  exp: z.number(),
  sid: z.string().optional(),
  roles: names.optional(),
  /** RFC 8693, RFC 9068; the others are what well-known identity providers send instead. */
  scope: names.optional(),
  scp: names.optional(),
  permissions: names.optional(),
});

/** Who a token speaks of. Throws ZodError for claims that are of another shape. */
export function viewerOf(payload: Record<string, unknown>): Viewer {
  const claims = Claims.parse(payload);
  const { scope = [], scp = [], permissions = [] } = claims;
  return {
    id: claims.sub,
    roles: claims.roles ?? [],
    scopes: new Set([...scope, ...scp, ...permissions]),
    sessionId: claims.sid ?? null,
    claims: payload,
    expiresAt: claims.exp * 1_000,
  };
}
