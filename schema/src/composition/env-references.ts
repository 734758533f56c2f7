/**
 * Puts the values of variables in place of `${env.NAME}` and `${env.NAME:-default}` in every text of a
 * value. `missing` is told of each name that has neither. Source: rover's supergraph configuration.
 */
export function withEnv(
  value: unknown,
  env: Readonly<Record<string, string | undefined>>,
  missing: (name: string) => void,
): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(REFERENCE, (_, name: string, otherwise?: string) => {
      const known = env[name] ?? otherwise;
      if (known === undefined) missing(name);
      return known ?? '';
    });
  }
  if (Array.isArray(value)) return value.map((item) => withEnv(item, env, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withEnv(item, env, missing)]),
  );
}

const REFERENCE = /\$\{env\.(\w+)(?::-([^}]*))?\}/g;
