/** Where releases are kept: in a directory, or in a PostgreSQL. */
export type RegistryAddress =
  | { readonly kind: 'directory'; readonly directory: string }
  | { readonly kind: 'postgres'; readonly url: string };

export const registryAddress = (text: string): RegistryAddress =>
  /^postgres(ql)?:\/\//i.test(text)
    ? { kind: 'postgres', url: text }
    : { kind: 'directory', directory: text };
