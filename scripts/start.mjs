// npm start: from a bare machine to a browser with Mien in it.

import { parseArgs } from 'node:util';
import { ensureChromium, installPackages, run } from './bootstrap.mjs';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '30' },
  },
});

installPackages();
process.env.CHROMIUM_PATH = ensureChromium();

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const built = run('npx', ['--no-install', 'wxt', 'build']);
const session =
  values.headless || !hasDisplay
    ? ['scripts/headless-session.ts', values.seconds]
    : ['scripts/session.ts'];
process.exitCode = built && run('npx', ['--no-install', 'vite-node', ...session]) ? 0 : 1;
