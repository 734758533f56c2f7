import { type RenderedHeaders, renderHeaders } from './lean/rendered-headers.ts';

/** A request's headers as its fetches send them. */
export type OutgoingHeaders = {
  readonly fields: Readonly<Record<string, string>>;
  readonly rendered: RenderedHeaders;
  /** The same for requests that a subgraph cannot tell apart by their headers. */
  readonly key: string;
};

export type HeaderRules = {
  /** Sent with every fetch, in place of the client's. Names in lower case. */
  readonly insert: Readonly<Record<string, string>>;
  /** Not sent. Names in lower case. */
  readonly withhold: readonly string[];
  /** Told to subgraphs, but of no influence on what they answer. Names in lower case. */
  readonly irrelevant: readonly string[];
};

/**
 * Renders the headers of a request once for all its fetches; `headers` must be one object per
 * request. Throws LEAN_REQUEST for headers that cannot be sent safely.
 */
export function outgoingHeaders(
  rules: HeaderRules,
): (headers: Readonly<Record<string, string>>) => OutgoingHeaders {
  const known = new WeakMap<object, OutgoingHeaders>();
  const withheld = new Set(rules.withhold);
  const irrelevant = new Set(rules.irrelevant);
  const isPlain = withheld.size === 0 && Object.keys(rules.insert).length === 0;

  function make(headers: Readonly<Record<string, string>>): OutgoingHeaders {
    const fields = isPlain ? headers : applied(headers);
    let key = '';
    for (const name in fields) if (!irrelevant.has(name)) key += `${name}:${fields[name]}\n`;
    return { fields, rendered: renderHeaders(fields), key };
  }

  function applied(headers: Readonly<Record<string, string>>): Record<string, string> {
    const kept = Object.entries(headers).filter(([name]) => !withheld.has(name));
    return { ...Object.fromEntries(kept), ...rules.insert };
  }

  return (headers) => {
    let outgoing = known.get(headers);
    if (outgoing === undefined) {
      outgoing = make(headers);
      known.set(headers, outgoing);
    }
    return outgoing;
  };
}
