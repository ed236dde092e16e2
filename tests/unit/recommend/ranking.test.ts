import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/recommend/catalogue';
import { DEFAULT_PROVIDERS, PROVIDERS } from '../../../lib/recommend/providers';
import { DEFAULT_COUNT, type Request, suggest } from '../../../lib/recommend/ranking';
import { GOALS, KINDS, type Suggestion } from '../../../lib/recommend/suggestion';
import { targetOf } from '../../../lib/recommend/targets';
import { STATES } from '../../../lib/sensing/state';

const asked: Request = {
  state: 'steady',
  goal: 'match',
  hour: 18,
  seed: 1,
  defaults: DEFAULT_PROVIDERS,
  grounds: { because: 'live', state: 'steady' },
};

const anyRequest: fc.Arbitrary<Request> = fc.record({
  state: fc.constantFrom(...STATES),
  goal: fc.constantFrom(...GOALS),
  hour: fc.oneof(fc.nat(23), fc.double()),
  seed: fc.oneof(fc.integer(), fc.double()),
  tabUrl: fc.oneof(
    fc.constantFrom(undefined, ...PROVIDERS.map(({ hosts }) => `https://${hosts[0]}/`)),
    fc.webUrl(),
    fc.string(),
  ),
  defaults: fc.dictionary(fc.constantFrom(...KINDS), fc.string()),
  grounds: fc.constant(asked.grounds),
});

const itemOf = ({ kind, id }: Suggestion) => CATALOGUE[kind].find((item) => item.id === id);
const kindsOf = (suggestions: readonly Suggestion[]) => suggestions.map(({ kind }) => kind);
const seeds = Array.from({ length: 50 }, (_, seed) => seed);

describe('suggestions', () => {
  it('are at least three different things with an https link, for any request, twice the same', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const suggestions = suggest(request);
        expect(suggestions).toHaveLength(DEFAULT_COUNT);
        expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length);
        for (const { url, grounds } of suggestions) {
          expect(new URL(url).protocol).toBe('https:');
          expect(grounds).toBe(request.grounds);
        }
        expect(suggest(request)).toEqual(suggestions);
      }),
    );
  });

  it.each([
    [-1, 3],
    [Number.NaN, 3],
    [1, 3],
    [6, 6],
  ])('asked for %d are %d', (count, given) => {
    expect(suggest({ ...asked, count })).toHaveLength(given);
  });

  it('asked for all there are end', () => {
    const all = suggest({ ...asked, count: Number.POSITIVE_INFINITY });
    expect(all.length).toBeGreaterThan(100);
  });

  it('name no artist twice, guests aside', () => {
    const makers = suggest({ ...asked, count: 200 })
      .map(({ by }) => by.split(' feat. ')[0])
      .filter((by) => by !== '');
    expect(new Set(makers).size).toBe(makers.length);
  });

  it('differ from seed to seed', () => {
    const lists = seeds.map((seed) =>
      suggest({ ...asked, seed })
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(lists).size).toBeGreaterThan(25);
  });

  it.each(STATES.flatMap((state) => GOALS.map((goal) => ({ state, goal }))))(
    'for $goal from $state feel close to the target',
    ({ state, goal }) => {
      const target = targetOf(state, goal, asked.hour);
      const distances = seeds.flatMap((seed) =>
        suggest({ ...asked, state, goal, seed }).map((suggestion) => {
          const item = itemOf(suggestion);
          if (!item) throw new Error(`${suggestion.id} is not in the catalogue`);
          return Math.hypot(item.valence - target.valence, item.arousal - target.arousal);
        }),
      );
      expect(Math.max(...distances)).toBeLessThan(0.6);
    },
  );

  it('keep explicit songs for those who ask', () => {
    const heated = { ...asked, state: 'tense', goal: 'match', count: 60 } as const;
    expect(suggest(heated).some((suggestion) => itemOf(suggestion)?.explicit)).toBe(false);
    const open = suggest({ ...heated, explicit: true });
    expect(open.some((suggestion) => itemOf(suggestion)?.explicit)).toBe(true);
  });

  it('are without words for focus', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const suggestion of suggest({ ...request, goal: 'focus' })) {
          expect(itemOf(suggestion)?.instrumental).toBe(true);
        }
      }),
    );
  });

  it('spare somebody low the heaviest, unless they match', () => {
    const heavy = (goal: Request['goal']) =>
      suggest({ ...asked, state: 'low', goal, count: 500 }).some((suggestion) =>
        itemOf(suggestion)?.tags.some((tag) => ['heartbreak', 'grief', 'despair'].includes(tag)),
      );
    expect(heavy('lift')).toBe(false);
    expect(heavy('calm')).toBe(false);
    expect(heavy('match')).toBe(true);
  });
});

describe('the tab', () => {
  const requests = STATES.flatMap((state) =>
    (['match', 'lift', 'calm'] as const).flatMap((goal) =>
      seeds.slice(0, 10).map((seed): Request => ({ ...asked, state, goal, seed })),
    ),
  );

  it.each(PROVIDERS)('at $name gets its first kind first, opened there', (provider) => {
    for (const request of requests) {
      const [first] = suggest({ ...request, tabUrl: `https://${provider.hosts[0]}/x` });
      expect(first?.kind).toBe(provider.kinds[0]);
      expect(first?.provider).toEqual({ id: provider.id, name: provider.name });
    }
  });

  it('at a video site gets videos and songs', () => {
    for (const request of requests) {
      const suggestions = suggest({ ...request, tabUrl: 'https://www.youtube.com/watch?v=1' });
      expect(kindsOf(suggestions)).toEqual(expect.arrayContaining(['video', 'song']));
      expect(suggestions[0]?.url).toMatch(/^https:\/\/www\.youtube\.com\/results\?search_query=./);
    }
  });

  it.each([
    ['song', 'https://open.spotify.com/'],
    ['film', 'https://www.netflix.com/browse'],
  ] as const)('for a %s gets mostly that', (kind, tabUrl) => {
    for (const request of requests) {
      const kinds = kindsOf(suggest({ ...request, tabUrl }));
      expect(kinds.filter((each) => each === kind).length).toBeGreaterThanOrEqual(2);
    }
  });

  it.each([undefined, 'https://news.example/'])('at %s gets a mix', (tabUrl) => {
    for (const request of requests) {
      const kinds = new Set(kindsOf(suggest({ ...request, tabUrl })));
      expect(kinds.size).toBeGreaterThanOrEqual(2);
    }
  });

  it('at a film site gets something to work with instead, for focus', () => {
    const kinds = kindsOf(suggest({ ...asked, goal: 'focus', tabUrl: 'https://www.netflix.com/' }));
    expect(kinds).not.toContain('film');
  });

  it('leaves kinds that it does not serve to the defaults', () => {
    const suggestions = suggest({
      ...asked,
      tabUrl: 'https://open.spotify.com/',
      defaults: { song: 'deezer', video: 'vimeo', film: 'letterboxd' },
      count: 12,
    });
    const byKind = new Map(suggestions.map(({ kind, provider }) => [kind, provider.id]));
    expect(Object.fromEntries(byKind)).toEqual({
      song: 'spotify',
      video: 'vimeo',
      film: 'letterboxd',
    });
  });
});
