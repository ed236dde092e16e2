import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { mediapipeStub } from './models/face-detector/alias';
import { packagedAssets } from './scripts/packaged-assets';

/** Nothing may be loaded, sent or shown but what ships in the package. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  // Branded Chrome, which WXT would look for, loads no unpacked extension from the command line.
  webExt: {
    disabled: !process.env.CHROMIUM_PATH,
    binaries: { chrome: process.env.CHROMIUM_PATH ?? '' },
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact()], resolve: { alias: mediapipeStub } }),
  hooks: {
    'prepare:publicPaths': async (_, paths) => {
      for (const { relativeDest } of await packagedAssets()) paths.push(relativeDest);
    },
    'build:publicAssets': async (_, files) => {
      files.push(...(await packagedAssets()));
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    minimum_chrome_version: '120', // the first with URL.canParse
    incognito: 'not_allowed',
    permissions: [
      ...(browser === 'firefox' ? [] : ['offscreen']),
      'storage',
      'unlimitedStorage',
      'alarms',
      'activeTab',
    ],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // The development server serves over http and ws, and injects styles; WXT adds what it needs.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'mien@mien.invalid',
          strict_min_version: '128.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
