import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { Command, Io, Values } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { knownOperation, operationIn } from '../explain/asked-operation.ts';
import { explained } from '../explain/explanation.ts';
import { EXPLAIN_FORMATS } from '../explain/formats.ts';
import { graphToExplain } from '../explain/graph-to-explain.ts';
import { planning } from '../plans/planning.ts';
import { REGISTRY_OPTIONS, REGISTRY_USAGE } from '../registry/registry-options.ts';

const FORMATS = Object.keys(EXPLAIN_FORMATS).join(', ');

export const explain: Command = {
  summary: 'how an operation would be fetched, and what it costs',
  usage: `Usage: npm run schema -- explain 'query { … }' [options]
       npm run schema -- explain --file FILE [options]
       npm run schema -- explain --operation NAME [options]

Plans an operation without running it: which services are asked, what waits for what, how many requests
each gets, and the cost that demand control would estimate.

Options
  --file FILE         the document; - is standard input
  --operation NAME    which operation of the document; without one, an operation that a client is
                      known to send
  --supergraph FILE   plan on this supergraph         (default: the subgraphs are composed)
  --at WHAT           plan on what stood at git:REVISION, or is published: registry:production
  --on LABEL          a label of progressive @override that is on; can be repeated (default: none is)
  --format F          ${FORMATS} (default: text)
  --format F=FILE     the same, into a file; --format can be repeated
${REGISTRY_USAGE}
  --help              this text

Exit codes: 0 explained, 1 the subgraphs do not compose, 2 usage or configuration, also a document that
is not valid, 3 a fault of this program.
`,
  options: {
    ...REGISTRY_OPTIONS,
    file: { type: 'string' },
    operation: { type: 'string' },
    supergraph: { type: 'string' },
    at: { type: 'string' },
    on: { type: 'string', multiple: true },
    format: { type: 'string', multiple: true },
  },
  run: async ({ values, positionals, io }) => {
    const writers = formats(values);
    const given = await documentOf(values, positionals, io);
    const graph = await graphToExplain(values, io);
    if (graph === null) return EXIT.failed;
    const { supergraph, api, known } = graph;
    const name = typeof values.operation === 'string' ? values.operation : undefined;
    const asked =
      given === null
        ? knownOperation(name ?? '', { operations: known().operations, api })
        : operationIn(given.text, { source: given.source, name, api });
    const on = [values.on ?? []].flat().map(String);
    const explanation = explained(planning(supergraph), asked.document, { name: asked.name, on });
    for (const { write, file } of writers) {
      if (file === null) io.out(write(explanation));
      else {
        mkdirSync(path.dirname(path.resolve(io.cwd, file)), { recursive: true });
        writeFileSync(path.resolve(io.cwd, file), write(explanation));
      }
    }
    return EXIT.passed;
  },
};

async function documentOf(
  { file, operation }: Values,
  positionals: readonly string[],
  { cwd, input }: Io,
): Promise<{ text: string; source: string } | null> {
  const [text, ...others] = positionals;
  if (others.length > 0) throw new Misuse('explain takes one document: quote it.');
  if (text !== undefined && file !== undefined)
    throw new Misuse('A document, or --file: not both.');
  if (text !== undefined) return { text, source: 'document' };
  if (file === '-') return { text: input ? await readAll(input) : '', source: 'standard input' };
  if (typeof file === 'string') return { text: read(path.resolve(cwd, file), file), source: file };
  if (operation === undefined) throw new Misuse('Give a document, --file or --operation.');
  return null;
}

function read(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Misuse(`${name} cannot be read.`);
  }
}

function formats({ format = ['text'] }: Values) {
  const asked = [format].flat().map((text) => {
    const [, name = '', file = null] = /^([^=]*)(?:=(.+))?$/s.exec(String(text)) ?? [];
    const write = Object.hasOwn(EXPLAIN_FORMATS, name) ? EXPLAIN_FORMATS[name] : undefined;
    if (write === undefined) throw new Misuse(`--format is one of ${FORMATS}, not "${text}".`);
    return { write, file };
  });
  if (asked.filter(({ file }) => file === null).length > 1) {
    throw new Misuse('Two formats cannot share standard output: use --format NAME=FILE.');
  }
  return asked;
}
