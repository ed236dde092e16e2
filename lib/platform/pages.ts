import { browser } from './browser';

const open = (path: string) => browser.tabs.create({ url: browser.runtime.getURL(path) });

export const openWelcome = () => open('/welcome.html');
export const openOptions = () => browser.runtime.openOptionsPage();

/** The address of the tab in front, where the user's click on Mien allows it to be known. */
export async function activeTabUrl(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url;
}
