import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchMien, type Mien } from '../../scripts/chromium';
import { serveWeb, type Web } from './web-server';

describe('suggestions', () => {
  let web: Web;
  let mien: Mien;

  beforeAll(async () => {
    web = await serveWeb();
    mien = await launchMien({ camera: 'none', args: web.args });
  });
  afterAll(async () => {
    await mien?.close();
    web?.close();
  });

  const visits = [
    { site: 'https://www.youtube.com/watch?v=x', search: 'https://www.youtube.com/results?' },
    { site: 'https://open.spotify.com/', search: 'https://open.spotify.com/search/' },
  ];

  it.each(visits)('open the search of the site in front: $site', async ({ site, search }) => {
    const tab = await mien.context.newPage();
    await tab.goto(site);
    const popup = await mien.openPopup(tab);
    const links = popup.locator('a[data-provider]');
    await links.nth(2).waitFor();
    const addresses = await links.evaluateAll((all) =>
      all.map((a) => (a as HTMLAnchorElement).href),
    );
    expect(addresses.length).toBeGreaterThanOrEqual(3);
    expect(addresses.every((address) => address.startsWith('https://'))).toBe(true);

    const fitting = popup.locator(`a[href^="${search}"]`).first();
    expect(['song', 'video']).toContain(await fitting.getAttribute('data-kind'));
    const opened = mien.context.waitForEvent('page');
    await fitting.click().catch(() => {}); // the popup closes under the click
    const page = await opened;
    await page.waitForURL((url) => url.href.startsWith(search));
  });

  it('are there on a page of which nothing may be known', async () => {
    const tab = await mien.context.newPage();
    await tab.goto('chrome://version');
    const popup = await mien.openPopup(tab);
    await popup.locator('a[data-provider]').nth(2).waitFor();
  });
});
