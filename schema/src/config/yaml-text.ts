import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { Misuse } from '../exit-codes.ts';

/** A YAML file: what it says, and where. Lines and columns count from 1. */
export type YamlText = {
  value: unknown;
  /** Where the deepest part of a path begins that the file has. */
  placeOf: (path: readonly PropertyKey[]) => { line: number; column: number };
  document: Document.Parsed;
  text: string;
};

/** Throws Misuse with file, line and column for what is not YAML, such as a key that is there twice. */
export function readYaml(file: string, text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line, column } = at(broken.pos[0]);
    const why = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
    throw new Misuse(`${file}:${line}:${column}: ${why}`);
  }
  return {
    value: document.toJS() as unknown,
    placeOf: (path) => at(offsetOf(document.contents, path)),
    document,
    text,
  };
}

type Problem = { path: readonly PropertyKey[]; message: string };

/** What is wrong with a file, key by key. */
export function problems(file: string, { placeOf }: YamlText, found: readonly Problem[]): Misuse {
  const told = found.map(({ path, message }) => {
    const { line, column } = placeOf(path);
    const key = path.map(String).join('.');
    return `  ${file}:${line}:${column}: ${key === '' ? '' : `${key}: `}${message}`;
  });
  return new Misuse(`${file} cannot be used:\n${told.join('\n')}`);
}

function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = 0;
  for (const name of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === name);
      if (pair === undefined) break;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(name)];
      const range =
        node !== null && typeof node === 'object' && 'range' in node ? node.range : null;
      offset = (range as [number] | null)?.[0] ?? offset;
    } else break;
  }
  return offset;
}
