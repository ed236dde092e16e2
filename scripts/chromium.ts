import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from 'playwright-core';

// Playwright lets go of popups and offscreen documents unless it is told to attach to them.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

export const BUILD = resolve(import.meta.dirname, '..', '.output', 'chrome-mv3');

export interface LaunchOptions {
  /** The unpacked extension to load; the production build unless told otherwise. */
  build?: string;
  /** What stands for the camera: the machine's own, a file that plays in a loop, or none at all. */
  camera?: 'real' | 'none' | { footage: string };
  /** Whether the browser's question for the camera is answered with yes, or stays with the user. */
  permission?: 'granted' | 'asked';
  /** The folder of the profile; a throw-away one unless told otherwise. */
  profile?: string;
  headless?: boolean;
  args?: readonly string[];
}

/** A browser with Mien in it. */
export interface Mien {
  context: BrowserContext;
  /** The extension's id. */
  id: string;
  background: Worker;
  /** Opens a page of the extension in a tab. */
  open(path: string): Promise<Page>;
  /** The page of the context with this path of the extension, as soon as there is one. Rejects if it takes too long. */
  pageAt(path: string, timeoutMs?: number): Promise<Page>;
  /** Presses the toolbar button over a tab, as a person does, and gives the popup that opens. */
  openPopup(over: Page): Promise<Page>;
  /** What the toolbar button's badge says. */
  badge(): Promise<string>;
  /** Decides about the camera as the user would in the browser's site settings. */
  setCameraPermission(setting: 'granted' | 'denied' | 'prompt'): Promise<void>;
  /** A session of the developer tools with the browser itself. */
  browserSession(): Promise<CDPSession>;
  /** Closes the browser, and removes a throw-away profile. */
  close(): Promise<void>;
}

/** Starts Chromium (CHROMIUM_PATH) with Mien loaded. */
export async function launchMien({
  build = BUILD,
  camera = 'real',
  permission = 'asked',
  profile,
  headless = true,
  args = [],
}: LaunchOptions = {}): Promise<Mien> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('CHROMIUM_PATH does not name a Chromium.');
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'mien-')));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: false, // Playwright's own headless mode is a browser without extensions
    viewport: null,
    chromiumSandbox: !headless && process.getuid?.() !== 0, // root cannot have one
    args: [
      // Only tests and headless runs press the toolbar button; people keep a browser without that door.
      ...(headless ? ['--headless=new', '--enable-unsafe-extension-debugging'] : []),
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      ...cameraArgs(camera),
      ...(permission === 'granted' ? ['--use-fake-ui-for-media-stream'] : []),
      ...args,
    ],
  });
  const background = await serviceWorkerOf(context).catch(async (error) => {
    await context.close();
    throw error;
  });
  const { host: id } = new URL(background.url());
  const address = (path: string) => `chrome-extension://${id}${path}`;

  let permissions: CDPSession | undefined;

  const pageAt = async (path: string, timeout = 30_000): Promise<Page> => {
    const isIt = (page: Page) => page.url().startsWith(address(path));
    return context.pages().find(isIt) ?? context.waitForEvent('page', { predicate: isIt, timeout });
  };

  return {
    context,
    id,
    background,
    pageAt,
    async open(path) {
      const page = await context.newPage();
      await page.goto(address(path));
      return page;
    },
    async openPopup(over) {
      await over.bringToFront();
      const opened = context.waitForEvent('page', {
        predicate: (page) => page.url().startsWith(address('/popup.html')),
      });
      await pressToolbarButton(context, id, over);
      return opened;
    },
    badge: () => background.evaluate(() => chrome.action.getBadgeText({})),
    async setCameraPermission(setting) {
      permissions ??= await rootSession(context); // the decision holds as long as its session
      const permission = { name: 'camera' };
      const origin = `chrome-extension://${id}`;
      await permissions.send('Browser.setPermission', { permission, setting, origin });
    },
    browserSession: () => rootSession(context),
    async close() {
      await context.close();
      if (!profile) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function serviceWorkerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

function cameraArgs(camera: NonNullable<LaunchOptions['camera']>): string[] {
  if (camera === 'real') return [];
  if (camera === 'none') return ['--use-fake-device-for-media-stream=device-count=0'];
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${camera.footage}`,
  ];
}

/** Only the toolbar button grants `activeTab`, so opening the popup's address would not do. */
async function pressToolbarButton(context: BrowserContext, id: string, over: Page): Promise<void> {
  const session = await context.newCDPSession(over);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const root = await rootSession(context);
  const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(
    ({ url, title }) => url === targetInfo.url && title === targetInfo.title,
  );
  if (!tab) throw new Error(`No tab shows ${targetInfo.url}.`);
  // Playwright's types do not know this command yet.
  const send = root.send.bind(root) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id, targetId: tab.targetId });
  await Promise.all([session.detach(), root.detach()]);
}

async function rootSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  return browser.newBrowserCDPSession();
}
