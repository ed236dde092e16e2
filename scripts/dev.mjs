// npm run dev: a browser with Mien in it that follows every change of the source.

import { ensureChromium, installPackages, run } from './bootstrap.mjs';

installPackages();
process.env.CHROMIUM_PATH = ensureChromium();
process.exitCode = run('npx', ['--no-install', 'wxt']) ? 0 : 1;
