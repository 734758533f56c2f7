/** Where DNS knows a service's instances. */
export type DnsAddress = {
  readonly kind: 'a' | 'srv';
  readonly name: string;
  /** Of HTTP; SRV records have their own. */
  readonly port: number | null;
  /** Of gRPC, at the same hosts. */
  readonly rpcPort: number | null;
};

const SHAPE = /^(dns|srv):\/\/([\w-]+(?:\.[\w-]+)*\.?)(?::(\d{1,5}))?(?:\?rpc=(\d{1,5}))?$/;

/**
 * Reads `dns://name:port` (A and AAAA records) or `srv://_http._tcp.name` (SRV records, RFC 2782),
 * with `?rpc=port` where the service answers gRPC, too. Null: it is neither.
 */
export function parseDnsAddress(text: string): DnsAddress | null {
  const [, scheme, name = '', port, rpc] = SHAPE.exec(text) ?? [];
  if (scheme === undefined || (scheme === 'dns') !== (port !== undefined)) return null;
  return {
    kind: scheme === 'dns' ? 'a' : 'srv',
    name,
    port: port === undefined ? null : Number(port),
    rpcPort: rpc === undefined ? null : Number(rpc),
  };
}
