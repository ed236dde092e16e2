import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILD } from '../../scripts/chromium';

const manifest = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8'));

// What may come later, and only with a reason beside it here: `contextMenus`; as optional ones
// `tabs`, `notifications`, `scripting` and hosts; `connect-src http://127.0.0.1:*`.
const PERMISSIONS = [
  'offscreen', // the camera outlives every page
  'storage', // settings
  'unlimitedStorage', // years of minutes, never evicted
  'alarms', // the watchdog
  'activeTab', // which site the popup is opened over
  'idle', // to pause when nobody is there; not asked for yet
];

describe('the production manifest', () => {
  it('asks for no permission beyond those with a reason, and for no host', () => {
    expect(PERMISSIONS).toEqual(expect.arrayContaining(manifest.permissions));
    for (const key of ['host_permissions', 'optional_permissions', 'optional_host_permissions']) {
      expect(manifest).not.toHaveProperty(key);
    }
    for (const key of ['content_scripts', 'externally_connectable', 'web_accessible_resources']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('lets nothing in or out but the package itself', () => {
    const policy = Object.fromEntries(
      (manifest.content_security_policy.extension_pages as string)
        .split(';')
        .map((directive) => directive.trim().split(/\s+/))
        .map(([name = '', ...sources]) => [name, sources.join(' ')]),
    );
    const {
      'default-src': fallback,
      'script-src': scripts,
      'img-src': pictures,
      'media-src': media,
      ...others
    } = policy;
    expect(fallback).toBe("'none'");
    expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
    expect([pictures, media]).toEqual(["'self' blob:", "'self' blob:"]);
    for (const sources of Object.values(others)) expect(["'self'", "'none'"]).toContain(sources);
  });

  it('stays out of private windows and old browsers', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.incognito).toBe('not_allowed');
    expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(116);
  });
});

describe('the Firefox manifest', () => {
  const firefox = JSON.parse(
    readFileSync(join(BUILD, '..', 'firefox-mv3', 'manifest.json'), 'utf8'),
  );

  it('is MV3, collects nothing, and asks for nothing that Firefox does not know', () => {
    expect(firefox.manifest_version).toBe(3);
    expect(firefox.permissions).not.toContain('offscreen');
    expect(firefox.browser_specific_settings.gecko.data_collection_permissions).toEqual({
      required: ['none'],
    });
  });
});
