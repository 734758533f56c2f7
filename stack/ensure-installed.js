// Runs before `npm start`, `npm test` and the like: installs what is missing, on any Node from 18.
// Of a folder that is named, as `bench` is, what that folder adds.
// Plain JavaScript without dependencies, because nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, process.argv[2] ?? '');
const nodeProgram = path.join(root, 'node_modules', 'node', 'bin', 'node');

const why = reasonToInstall();
if (why !== null) {
  console.log(`Installing what Souk needs (${why}). This takes a minute or two, once …\n`);
  const installed = npm('ci', '--loglevel=error').status === 0;
  if (!installed) fail('npm could not install: see above. It needs the network once; try again.');
}
if (!existsSync(nodeProgram)) {
  // npm was told to ignore install scripts, or the download was cut short.
  npm('rebuild', 'node', '--ignore-scripts=false');
}
if (!existsSync(nodeProgram) && !isModern(process.versions.node)) {
  fail(
    `Souk runs on Node 24, which npm could not install here, and this is Node ${process.versions.node}.\n` +
      'Install Node 24 (https://nodejs.org), then try again.',
  );
}

/** Why node_modules cannot be used as it is, or null when it can. */
function reasonToInstall() {
  const wanted = packagesOf(path.join(folder, 'package-lock.json'));
  if (wanted === null) fail('package-lock.json cannot be read: is the checkout whole?');
  const installed = packagesOf(path.join(folder, 'node_modules', '.package-lock.json'));
  if (installed === null) return 'nothing is installed yet';
  for (const [name, { version, integrity, link, optional, devOptional, peer }] of wanted) {
    if (!name.includes('node_modules/') || link) continue;
    const found = installed.get(name);
    // Optional packages are left out where they do not fit the platform.
    if (found === undefined && (optional || devOptional || peer)) continue;
    if (found === undefined) return `${nameOf(name)} is missing`;
    if (found.version !== version || found.integrity !== integrity) {
      return `${nameOf(name)} is not at version ${version}`;
    }
    if (!name.startsWith('node_modules/') && !existsSync(path.join(folder, name))) {
      return `${nameOf(name)} is missing`;
    }
  }
  return null;
}

function packagesOf(lockfile) {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages));
  } catch {
    return null;
  }
}

function nameOf(location) {
  return location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** npm on the machine's own Node: the one in node_modules is about to be replaced. */
function npm(...args) {
  const own = path.join('node_modules', '.bin');
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const PATH = folders.filter((each) => !each.endsWith(own)).join(path.delimiter);
  return spawnSync('npm', args, { cwd: folder, stdio: 'inherit', env: { ...process.env, PATH } });
}

function isModern(version) {
  return Number(version.split('.')[0]) >= 24;
}

function fail(message) {
  console.error(`\n✗ ${message}`);
  process.exit(1);
}
