import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PROVIDERS,
  defaultProvider,
  PROVIDERS,
  providerAt,
  providerFor,
  searchUrl,
} from '../../../lib/recommend/providers';
import { KINDS } from '../../../lib/recommend/suggestion';

describe('each shipped provider', () => {
  it.each(PROVIDERS)('$name is well formed', (provider) => {
    expect(provider.name).not.toBe('');
    expect(provider.kinds.length).toBeGreaterThan(0);
    for (const kind of provider.kinds) expect(KINDS).toContain(kind);
    expect(provider.search.split('{q}')).toHaveLength(2);
    expect(provider.lastChecked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    // A bare suffix would make strangers' sites its own.
    for (const host of provider.hosts) expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  });

  it.each(PROVIDERS)('$name recognises its own search page', (provider) => {
    const url = new URL(searchUrl(provider, 'query'));
    expect(url.protocol).toBe('https:');
    expect(providerAt(url.href)?.id).toBe(provider.id);
  });
});

describe('the provider at an address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=1', 'youtube'],
    ['https://m.youtube.com/', 'youtube'],
    ['https://youtube.com', 'youtube'],
    ['http://youtube.com:8080/', 'youtube'],
    ['HTTPS://WWW.YouTube.COM/', 'youtube'],
    ['https://music.youtube.com/playlist', 'youtube-music'],
    ['https://open.spotify.com/album/1', 'spotify'],
    ['https://listen.tidal.com/', 'tidal'],
    ['https://music.apple.com/de/browse', 'apple-music'],
  ])('%s is %s', (address, id) => {
    expect(providerAt(address)?.id).toBe(id);
  });

  it.each([
    'https://youtube.com.evil.example/',
    'https://notyoutube.com/',
    'https://youtube.com@evil.example/',
    'https://evil.example/https://youtube.com/',
    'https://evil.example/?next=youtube.com',
    'https://xn--yutube-wqf.com/',
    'https://com/',
    'https://www.apple.com/',
    'ftp://youtube.com/',
    'file:///youtube.com',
    'javascript:location="https://youtube.com"',
    'chrome://newtab/',
    'about:blank',
    'youtube.com',
    '',
    'https://',
    'https://[::1]/',
  ])('%s is nobody', (address) => {
    expect(providerAt(address)).toBeUndefined();
  });

  it('never throws, and knows no host that merely contains a known one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (address) => {
        expect(() => providerAt(address)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('youtube.com', 'tidal.com', 'netflix.com'),
        fc.stringMatching(/^[a-z0-9]{1,8}$/),
        (host, word) => {
          expect(providerAt(`https://${host}.${word}.example/`)).toBeUndefined();
          expect(providerAt(`https://${word}.example/${host}`)).toBeUndefined();
          expect(providerAt(`https://${word}${host}/`)).toBeUndefined();
        },
      ),
    );
  });
});

describe('the default provider', () => {
  it.each(KINDS)('of a %s exists and serves it', (kind) => {
    const provider = defaultProvider(kind, {});
    expect(provider.id).toBe(DEFAULT_PROVIDERS[kind]);
    expect(PROVIDERS).toContainEqual(provider);
    expect(provider.kinds).toContain(kind);
  });

  it('is the one the user chose', () => {
    expect(defaultProvider('film', { film: 'letterboxd' }).id).toBe('letterboxd');
  });

  it.each(['gone', 'spotify', '', '__proto__', 'toString'])(
    'falls back where the stored one is %o',
    (film) => {
      expect(defaultProvider('film', { film }).id).toBe(DEFAULT_PROVIDERS.film);
    },
  );
});

describe('the provider for a kind', () => {
  const defaults = { song: 'deezer', video: 'vimeo', film: 'netflix' };

  it.each([
    ['song', 'https://www.youtube.com/', 'youtube'],
    ['video', 'https://www.youtube.com/', 'youtube'],
    ['film', 'https://www.youtube.com/', 'netflix'],
    ['song', 'https://open.spotify.com/', 'spotify'],
    ['video', 'https://open.spotify.com/', 'vimeo'],
    ['song', 'https://news.example/', 'deezer'],
    ['song', 'not an address', 'deezer'],
    ['song', undefined, 'deezer'],
  ] as const)('of a %s at %s is %s', (kind, tabUrl, id) => {
    expect(providerFor(kind, tabUrl, defaults).id).toBe(id);
  });
});

describe('a search address', () => {
  const youtube = defaultProvider('video', {});

  it.each([
    ['AC/DC & friends', 'AC%2FDC%20%26%20friends'],
    ['#1 100% ?', '%231%20100%25%20%3F'],
    [
      '上を向いて歩こう',
      '%E4%B8%8A%E3%82%92%E5%90%91%E3%81%84%E3%81%A6%E6%AD%A9%E3%81%93%E3%81%86',
    ],
    ["$& $' {q}", "%24%26%20%24'%20%7Bq%7D"],
    ['cut off \ud83d', 'cut%20off%20%EF%BF%BD'],
  ])('encodes %o', (query, encoded) => {
    expect(searchUrl(youtube, query)).toBe(
      `https://www.youtube.com/results?search_query=${encoded}`,
    );
  });

  it('is on the provider’s own site, whatever the query', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROVIDERS),
        fc.string({ unit: 'binary' }),
        (provider, query) => {
          const url = new URL(searchUrl(provider, query));
          expect(url.origin).toBe(new URL(provider.search).origin);
          expect(url.hash).toBe('');
        },
      ),
    );
  });
});
