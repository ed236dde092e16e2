// npm start: from a bare machine to a browser with Mien in it.

import { parseArgs } from 'node:util';
import { ensureChromium, installPackages, run } from './bootstrap.mjs';

const { headless, seconds } = options();

installPackages();
process.env.CHROMIUM_PATH = ensureChromium();

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const built = run('npx', ['--no-install', 'wxt', 'build']);
const session =
  headless || !hasDisplay ? ['scripts/headless-session.ts', seconds] : ['scripts/session.ts'];
process.exitCode = built && run('npx', ['--no-install', 'vite-node', ...session]) ? 0 : 1;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        headless: { type: 'boolean', default: false },
        seconds: { type: 'string', default: '30' },
      },
    });
    if (!(Number(values.seconds) > 0)) throw new Error('--seconds takes a number above 0.');
    return values;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm start [-- --headless] [--seconds 30]`);
    process.exit(1);
  }
}
