/** What a token lets its bearer do beyond looking after what is her own. */
export const SCOPES = [
  'users:read',
  'users:write',
  'orders:read',
  'orders:write',
  'payments:read',
  'payments:refund',
  'shipments:read',
  'shipments:write',
  'catalogue:read',
  'catalogue:write',
  'prices:write',
  'stock:write',
  'ops',
] as const;

export type Scope = (typeof SCOPES)[number];

export const ROLES = ['customer', 'support', 'merchandiser', 'warehouse', 'admin'] as const;

export type Role = (typeof ROLES)[number];

const SCOPES_OF: Readonly<Record<Role, readonly Scope[]>> = {
  customer: [],
  support: [
    'users:read',
    'orders:read',
    'orders:write',
    'payments:read',
    'payments:refund',
    'shipments:read',
  ],
  merchandiser: ['catalogue:read', 'catalogue:write', 'prices:write', 'stock:write'],
  warehouse: ['stock:write', 'orders:read', 'shipments:read', 'shipments:write'],
  admin: SCOPES,
};

const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value);

/** The scopes of a person's roles together, each once, sorted. An unknown role grants nothing. */
export const scopesOf = (roles: readonly string[]): Scope[] =>
  [...new Set(roles.filter(isRole).flatMap((role) => SCOPES_OF[role]))].sort();

/** Whoever has a role besides `customer` works here. */
export const isStaff = (roles: readonly Role[]): boolean =>
  roles.some((role) => role !== 'customer');
