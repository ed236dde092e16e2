import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_SCRIPT } from '../../lib/demo/script';
import { BUILD, launchMien } from '../../scripts/chromium';
import { film } from '../../scripts/footage';
import { readingsIn } from '../../scripts/inspection';
import { until } from './wait';

const CONTEXTS = ['background', 'offscreen', 'sensing-worker', 'popup', 'options', 'welcome'];

describe('what leaves the browser', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mien-net-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Uses every part of a build once, and gives the addresses that Chromium was asked to reach. */
  async function requestsOf(build: string): Promise<string[]> {
    const netLog = join(folder, 'net-log.json');
    const mien = await launchMien({
      build,
      camera: await film(DEMO_SCRIPT),
      permission: 'granted',
      args: [`--log-net-log=${netLog}`, '--host-resolver-rules=MAP * ~NOTFOUND'],
    });
    try {
      const welcome = await mien.pageAt('/welcome.html');
      await welcome.getByRole('button', { name: 'Allow the camera and start' }).click();
      const options = await mien.open('/options.html');
      const popup = await mien.openPopup(options);
      await popup.locator('a[data-provider]').first().waitFor();
      await until(
        () => readingsIn(options),
        (count) => count > 0,
        { timeoutMs: 30_000 },
      );
    } finally {
      await mien.close();
    }
    return requestedIn(await readFile(netLog, 'utf8'));
  }

  it('is nothing', async () => {
    expect(await requestsOf(BUILD)).toEqual([]);
  });

  it('would be seen from every context, if the policy did not forbid it', async () => {
    const leaky = join(folder, 'leaky-build');
    await cp(BUILD, leaky, { recursive: true });
    await makeLeaky(leaky);
    const requests = await requestsOf(leaky);
    for (const context of CONTEXTS) expect(requests).toContain(leakOf(context));
  });
});

const leakOf = (context: string) => `https://leak.test/${context}`;

/** Takes the policy out of a build, and adds one request to each of its contexts. */
async function makeLeaky(build: string): Promise<void> {
  const manifestPath = join(build, 'manifest.json');
  const { content_security_policy: _, ...manifest } = JSON.parse(
    await readFile(manifestPath, 'utf8'),
  );
  const wasmOnly = { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" };
  await writeFile(manifestPath, JSON.stringify({ ...manifest, content_security_policy: wasmOnly }));
  for (const context of CONTEXTS) {
    const leak = `;fetch('${leakOf(context)}').catch(() => {});\n`;
    if (context === 'background' || context === 'sensing-worker') {
      await appendFile(join(build, `${context}.js`), leak);
      continue;
    }
    await writeFile(join(build, `leak-${context}.js`), leak);
    const htmlPath = join(build, `${context}.html`);
    const html = await readFile(htmlPath, 'utf8');
    await writeFile(
      htmlPath,
      html.replace('<head>', `<head><script src="/leak-${context}.js"></script>`),
    );
  }
}

/**
 * The web addresses that any page or worker began to request. Chromium's own requests, for updates
 * say, have no origin that initiated them.
 */
function requestedIn(netLog: string): string[] {
  const { events } = JSON.parse(netLog) as {
    events: { params?: { url?: string; initiator?: string } }[];
  };
  const requests = events
    .map(({ params }) => params)
    .filter((params) => params?.initiator && params.initiator !== 'not an origin')
    .map((params) => params?.url ?? '')
    .filter((url) => /^(https?|wss?|ftp):/.test(url));
  return [...new Set(requests)];
}
