import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** One thing that buf has to say; lines count from 1, the path is relative to the working folder. */
const Annotation = z.object({
  path: z.string().optional(),
  start_line: z.number().optional(),
  start_column: z.number().optional(),
  type: z.string(),
  message: z.string(),
});
export type Annotation = z.output<typeof Annotation>;

/** There is no buf on this machine. */
export class BufMissing extends Error {
  override readonly name = 'BufMissing';
}

/** How buf ends when it has something to say. */
const ANNOTATED = 100;

/**
 * What `buf breaking` says of one folder against another, both within `cwd`.
 * Throws BufMissing, and an Error with buf's words where it could not do its work.
 */
export async function bufBreaking(
  cwd: string,
  { head, base }: { head: string; base: string },
  signal: AbortSignal,
  program = bufProgram(),
): Promise<Annotation[]> {
  const args = ['breaking', head, '--against', base, '--error-format=json'];
  const { code, out, complaint } = await run(program, args, { cwd, signal });
  if (code !== 0 && code !== ANNOTATED) throw new Error(complaint.trim() || out.trim());
  return out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => Annotation.parse(JSON.parse(line)));
}

/** The npm package's where that is installed, else what the PATH has. */
function bufProgram(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('@bufbuild/buf/package.json');
    return path.join(path.dirname(manifest), 'bin/buf');
  } catch {
    return 'buf';
  }
}

type Ended = { code: number; out: string; complaint: string };

const run = (program: string, args: string[], options: { cwd: string; signal: AbortSignal }) =>
  new Promise<Ended>((resolve, reject) => {
    execFile(program, args, options, (error, out, complaint) => {
      if (error === null) resolve({ code: 0, out, complaint });
      else if (typeof error.code === 'number') resolve({ code: error.code, out, complaint });
      else if (error.code === 'ENOENT') reject(new BufMissing('buf is not installed.'));
      else reject(error);
    });
  });
