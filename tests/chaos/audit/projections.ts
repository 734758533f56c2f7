import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Site } from '../site/site.ts';
import type { Facts } from './facts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const DERIVED = ['orders', 'payments'] as const;

/** Has the services that derive rows from events compare them with a rebuild. */
export const checkProjections = (
  site: Pick<Site, 'environmentOf'>,
): Promise<Facts['projections']> =>
  Promise.all(DERIVED.map((service) => check(service, site.environmentOf(service))));

function check(
  service: string,
  env: Record<string, string>,
): Promise<Facts['projections'][number]> {
  const args = [`subgraphs/${service}/src/main.ts`, 'projections', 'check'];
  const { STOP_ON_STDIN_CLOSE: _, ...rest } = env;
  return new Promise((resolve, reject) => {
    const options = { cwd: ROOT, env: { ...process.env, ...rest }, maxBuffer: 64 * 1_024 * 1_024 };
    execFile(process.execPath, args, options, (error, out, said) => {
      const compared = Number(/^(\d+) streams/m.exec(out)?.[1] ?? Number.NaN);
      if (Number.isNaN(compared)) {
        reject(new Error(`${service} cannot check its projections: ${error?.message}\n${said}`));
        return;
      }
      const differences = [...out.matchAll(/^differs (.+)$/gm)].map(([, id]) => `${id}`);
      resolve({ service, compared, differences });
    });
  });
}
