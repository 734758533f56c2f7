/** The files of one state of a repository; paths are relative to its root, with `/`. */
export type FileTree = {
  /** What people call it: `working tree`, `origin/main (1f0c2e9)`. */
  name: string;
  /** The text of a file, or null where it is not there. */
  read: (path: string) => string | null;
  /** Files that match a glob such as `router/rest/*.graphql`, sorted. */
  glob: (pattern: string) => string[];
};
