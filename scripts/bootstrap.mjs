// Makes a bare machine ready: Node's packages, and a Chromium. Needs nothing but Node and npm.

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Written so that an old Node, too, gets as far as the sentence that asks for a newer one.
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the program with one sentence. */
function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** Runs a command with its output shown; returns whether it succeeded. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32'; // npm and npx are scripts there
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
  return status === 0;
}

/** Installs the packages of the lock file, unless these very ones are installed. */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isSupported = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!isSupported) {
    giveUp(`Mien needs Node 20.19, 22.12 or later; this is ${process.versions.node}.`);
  }
  const marker = join(root, 'node_modules', '.installed-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lockHash()) return;
  console.log('Installing packages …');
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Versions of npm differ in what a lock file must say about binaries for other systems.
  if (!run('npm', ['ci', ...flags]) && !run('npm', ['install', ...flags])) {
    giveUp('npm could not install the packages; see its message above.');
  }
  writeFileSync(marker, lockHash());
}

/** Changes whenever other packages, or builds of them for another Node, are to be installed. */
function lockHash() {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package.json', 'package-lock.json'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** The path of a Chromium that can load unpacked extensions, installed if there is none. */
export function ensureChromium() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished && !isUsable(wished)) giveUp(`CHROMIUM_PATH names ${wished}, which does not start.`);
  const found = wished || findChromium();
  if (found) return found;
  console.log('Installing Chromium …');
  const isAdministrator = canInstallPackages();
  if (isAdministrator && isDebian()) installDebianChromium();
  if (!findChromium()) {
    const withLibraries = process.platform === 'linux' && isAdministrator ? ['--with-deps'] : [];
    run('npx', ['--no-install', 'playwright-core', 'install', ...withLibraries, 'chromium']);
  }
  return (
    findChromium() ??
    giveUp('Please install Chromium (or Chrome for Testing) and set CHROMIUM_PATH to its program.')
  );
}

/** Branded Chrome and Edge do not load unpacked extensions from the command line, so they do not count. */
function findChromium() {
  const local = process.env.LOCALAPPDATA;
  const candidates = [
    ...onPath(['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome-for-testing']),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ...(local ? [join(local, 'Chromium', 'Application', 'chrome.exe')] : []),
    playwrightChromium(),
  ];
  return candidates.find(isUsable);
}

/**
 * Whether a program is there and starts. Ubuntu's `chromium-browser` may be a script that asks for a
 * snap, and a snap sees neither the profiles nor the films that the tests put into temporary folders.
 */
function isUsable(path) {
  if (!path || !existsSync(path) || /[\\/]snap([\\/]|$)/.test(realpathSync(path))) return false;
  if (process.platform === 'win32') return true; // there `--version` opens a window
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightChromium() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return undefined; // not installed yet, or no build for this system
  }
}

function canInstallPackages() {
  return process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true']).status === 0;
}

/** Whether apt-get offers Chromium itself: Ubuntu's package of that name only asks for a snap. */
function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function installDebianChromium() {
  const apt = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    if (process.getuid?.() !== 0) command.unshift('sudo', '-n');
    const [program = '', ...rest] = command;
    return execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', 'chromium', 'chromium-l10n');
  } catch (error) {
    console.error(`apt-get failed: ${error instanceof Error ? error.message : error}`);
  }
}
