import { AppError } from './errors.ts';

/** Who asks: the subject of a verified access token. */
export type Viewer = {
  id: string;
  roles: readonly string[];
  scopes: ReadonlySet<string>;
  sessionId: string | null;
  /** The verified token's claims, where there was one. */
  claims?: Readonly<Record<string, unknown>>;
  /** When the token expires, milliseconds since 1970. */
  expiresAt?: number;
};

/** Verifies the value of the header that carries a token; null: a guest. */
export type TokenVerifier = (header: string | undefined) => Promise<Viewer | null>;

/** Throws UNAUTHENTICATED for guests. */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new AppError('UNAUTHENTICATED', 'Sign in to do this.');
  return viewer;
}

/** Throws UNAUTHENTICATED for guests, FORBIDDEN for people without the scope. */
export function requireScope(viewer: Viewer | null, scope: string): Viewer {
  const known = requireViewer(viewer);
  if (!known.scopes.has(scope)) {
    throw new AppError('FORBIDDEN', `This needs the scope ${scope}.`, { scope });
  }
  return known;
}

/** Whether the viewer owns a thing, or has a scope over everybody's. */
export const mayActOn = (viewer: Viewer | null, ownerId: string | null, scope: string): boolean =>
  viewer !== null && (viewer.id === ownerId || viewer.scopes.has(scope));
