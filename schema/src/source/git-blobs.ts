/** A file's content in git's store. */
export type Blob = { id: string; bytes: number };

const NEWLINE = 0x0a;

/**
 * The texts of many blobs by one process. Source: the output of `git cat-file --batch`, which is a
 * line `id type bytes`, the content and a line break for each.
 */
export function readBlobs(
  git: (args: readonly string[], input: string) => Buffer,
  blobs: readonly Blob[],
): Map<string, string> {
  const ids = [...new Set(blobs.map(({ id }) => id))];
  const output = git(['cat-file', '--batch'], `${ids.join('\n')}\n`);
  const texts = new Map<string, string>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(NEWLINE, at);
    const [id = '', , bytes] = output.toString('utf8', at, end).split(' ');
    const start = end + 1;
    texts.set(id, output.toString('utf8', start, start + Number(bytes)));
    at = start + Number(bytes) + 1;
  }
  return texts;
}
