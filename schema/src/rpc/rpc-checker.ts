import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Checker, Comparison } from '../check/checker.ts';
import type { Finding } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';
import { type Annotation, BufMissing, bufBreaking } from './buf.ts';
import { isSame, materialize, moduleFiles } from './materialize.ts';
import { rpcCoordinate } from './rpc-coordinate.ts';

/** Compares the protos of both sides by buf, with the rules of the proposal's buf.yaml. */
export const rpc: Checker = {
  heading: 'rpc',
  needsComposition: false,
  check: async ({ base, head, config, configBefore, signal }: Comparison): Promise<Finding[]> => {
    const module = config.rpc?.module;
    if (module === undefined) return [];
    const former = configBefore?.rpc?.module ?? module;
    const [before, after] = [moduleFiles(base.tree, former), moduleFiles(head.tree, module)];
    if (after === null) return [notCompared(module, `${module}/buf.yaml is not there.`)];
    if (before === null || isSame(before, after)) return [];
    const folder = mkdtempSync(path.join(tmpdir(), 'rpc-'));
    try {
      materialize(before, path.join(folder, 'base'));
      materialize(after, path.join(folder, 'head'));
      const told = await bufBreaking(folder, { head: 'head', base: 'base' }, signal);
      const modules = { head: module, base: former };
      return told.map((each) => findingOf(each, modules, { base: base.tree, head: head.tree }));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      const how = error instanceof BufMissing ? ' Install it: npm install -D @bufbuild/buf.' : '';
      return [notCompared(module, `${error.message}${how}`)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function findingOf(
  annotation: Annotation,
  modules: { base: string; head: string },
  trees: { base: FileTree; head: FileTree },
): Finding {
  const { path: told, start_line, start_column, type, message } = annotation;
  const [, side, within] = /^(base|head)\/(.+)$/.exec(told ?? '') ?? [];
  const module = modules[side === 'base' ? 'base' : 'head'];
  const file = within === undefined ? undefined : path.posix.join(module, within);
  if (type === 'COMPILE' && side === 'base')
    return notCompared(modules.head, `In the base: ${message}`);
  const text = file === undefined ? null : (trees.head.read(file) ?? trees.base.read(file));
  return {
    ...{ check: 'rpc', rule: type, level: 'error', message },
    severity: type === 'COMPILE' ? 'invalid' : 'breaking',
    // It says from what to what; a rule about a type or a name does not.
    ...(/_SAME_/.test(type) && { becomes: message }),
    coordinate: type === 'COMPILE' && file !== undefined ? file : rpcCoordinate(message, text),
    ...(file !== undefined && {
      place: { file, line: start_line ?? 1, ...(start_column && { column: start_column }) },
    }),
  };
}

const notCompared = (module: string, reason: string): Finding => ({
  ...{ check: 'rpc', rule: 'RPC_NOT_COMPARED', level: 'error', severity: 'invalid' },
  ...{ coordinate: module, message: `The protos cannot be compared: ${reason}` },
  place: { file: path.posix.join(module, 'buf.yaml'), line: 1 },
});
