/** The one file that imports the polyfill: where `browser` is native, it hands that one out. */
export { default as browser } from 'webextension-polyfill';
