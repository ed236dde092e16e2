import { resolve } from 'node:path';
import { launchMien } from './chromium';

// Opens a browser with Mien in it, in a profile that is kept, until its window is closed.

const profile = resolve(import.meta.dirname, '..', '.cache', 'profile');
const { context, open, pageAt } = await launchMien({ profile, headless: false }).catch((error) => {
  console.error(error.message);
  console.error('\nThe browser did not start. Is one of an earlier npm start still open?');
  process.exit(1);
});
// A new profile opens the welcome page by itself.
const welcome = await pageAt('/welcome.html', 3000).catch(() => open('/welcome.html'));
await welcome.bringToFront();
console.log('Mien is running. Its button is in the toolbar, behind the puzzle piece.');
await new Promise((close) => context.on('close', close));
