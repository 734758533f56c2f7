const PACKAGE = /^\s*package\s+([\w.]+)\s*;/m;

/**
 * What a message of buf speaks of, with its package: `souk.products.v1.OfferService/QuoteVariants`,
 * `souk.products.v1.Offer.sku`. The package alone where the message names nothing.
 */
export function rpcCoordinate(message: string, protoText: string | null): string {
  const named = (word: string) => new RegExp(`\\b${word} "([^"]+)"`).exec(message)?.[1];
  const inPackage = (name: string): string => {
    const prefix = PACKAGE.exec(protoText ?? '')?.[1];
    return prefix === undefined || name.startsWith(`${prefix}.`) ? name : `${prefix}.${name}`;
  };
  const service = named('service');
  const method = named('RPC');
  if (service !== undefined) return inPackage(method ? `${service}/${method}` : service);
  const whole = named('message') ?? named('enum');
  const field = /\bwith name "([^"]+)"/.exec(message)?.[1] ?? named('field') ?? named('value');
  if (whole !== undefined) return inPackage(field ? `${whole}.${field}` : whole);
  return inPackage('').replace(/\.$/, '');
}
