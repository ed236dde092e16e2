import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { BUILD, launchMien } from '../../scripts/chromium';
import { median, type Row, row } from './row';

const OPENINGS = 9;

/** How fast the popup is there, and what it loads. */
export async function ui(): Promise<Row[]> {
  const mien = await launchMien({ camera: 'none' });
  try {
    const tab = await mien.pageAt('/welcome.html');
    const paints: number[] = [];
    for (let opening = -1; opening < OPENINGS; opening++) {
      const popup = await mien.openPopup(tab);
      await popup.locator('a[data-provider]').first().waitFor();
      const paint = await firstPaintOf(popup);
      if (opening >= 0) paints.push(paint); // the first one also starts the browser's own machinery
      await popup.close();
    }
    return [
      row('ui: popup to its first paint, median', median(paints), 'ms', 150),
      row('ui: popup to its first paint, slowest', Math.max(...paints), 'ms'),
      row('ui: scripts of the popup', scriptBytes('popup.html') / 1000, 'kB'),
      row('ui: the whole package', bytesIn(BUILD) / 1e6, 'MB'),
    ];
  } finally {
    await mien.close();
  }
}

function firstPaintOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

function scriptBytes(html: string): number {
  const scripts = readFileSync(join(BUILD, html), 'utf8').matchAll(/(?:src|href)="\/([^"]+\.js)"/g);
  return [...scripts].reduce((sum, [, path = '']) => sum + statSync(join(BUILD, path)).size, 0);
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}
