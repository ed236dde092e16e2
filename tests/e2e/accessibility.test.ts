import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchMien, type Mien } from '../../scripts/chromium';

describe('accessibility', () => {
  let mien: Mien;

  beforeAll(async () => {
    mien = await launchMien({ camera: 'none' });
  });
  afterAll(() => mien?.close());

  const pages = ['popup', 'options', 'welcome'].flatMap((page) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ page, colorScheme })),
  );

  it.each(pages)('has nothing against the $page page in $colorScheme', async (given) => {
    const page = await mien.open(`/${given.page}.html`);
    await page.emulateMedia({ colorScheme: given.colorScheme });
    await page.locator('main').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });

  it('lets a keyboard alone get from the welcome page to the drawn face', async () => {
    const page = await mien.open('/welcome.html');
    const button = page.getByRole('button', { name: 'Try it with a drawn face' });
    await button.waitFor();
    for (let presses = 0; presses < 20; presses++) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /drawn face/ }).waitFor();
    await page.locator('.live-reading[data-state]').waitFor();
  });
});
