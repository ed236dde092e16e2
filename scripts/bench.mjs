// npm run bench: speed, size and cost of the production build.

import { ensureChromium, installPackages, run } from './bootstrap.mjs';

installPackages();
process.env.CHROMIUM_PATH = ensureChromium();

const built = run('npx', ['--no-install', 'wxt', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const bench = ['--no-install', 'vite-node', 'tests/bench/run.ts', ...process.argv.slice(2)];
process.exitCode = built && run('npx', bench) ? 0 : 1;
