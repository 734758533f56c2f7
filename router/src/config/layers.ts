/** Variables and their text, from one source. */
export type Layer = Readonly<Record<string, string | undefined>>;

/** Settings of which one source can give but one; it hides the others of weaker sources. */
export const ALTERNATIVES = [['SUPERGRAPH_FILE', 'SUPERGRAPH_URL', 'SUPERGRAPH_REGISTRY']] as const;

/** Later sources win. Empty text counts as absent. */
export function layered(sources: readonly Layer[]): Record<string, string> {
  const given: Record<string, string> = {};
  for (const source of sources) {
    for (const names of ALTERNATIVES) {
      if (names.some((name) => source[name])) for (const name of names) delete given[name];
    }
    for (const [name, text] of Object.entries(source)) if (text) given[name] = text;
  }
  return given;
}
