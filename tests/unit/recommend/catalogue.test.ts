import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/recommend/catalogue';
import { ItemSchema, VERBS } from '../../../lib/recommend/item';
import { GOALS, KINDS } from '../../../lib/recommend/suggestion';
import { targetOf } from '../../../lib/recommend/targets';
import { STATES } from '../../../lib/sensing/state';

const everything = KINDS.flatMap((kind) => CATALOGUE[kind].map((item) => ({ kind, item })));

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

describe('each item', () => {
  it.each(everything)('$item.id has the shape of an item', ({ item }) => {
    expect(v.parse(ItemSchema, item)).toEqual(item);
  });

  it('is listed once', () => {
    expect(repeated(everything.map(({ item }) => item.id))).toEqual([]);
    const names = everything.map(({ kind, item }) => `${kind}: ${item.title}, ${item.by}`);
    expect(repeated(names.map((name) => name.toLowerCase()))).toEqual([]);
  });

  it('has no tag twice', () => {
    expect(everything.filter(({ item }) => repeated(item.tags).length > 0)).toEqual([]);
  });

  it('carries a maker and a year if it is a work, and neither if it is a search phrase', () => {
    for (const { kind, item } of everything) {
      expect.soft(item.by === '', item.id).toBe(kind === 'video');
      expect.soft(item.year === undefined, item.id).toBe(kind === 'video');
    }
  });

  it('is from a plausible year', () => {
    for (const { kind, item } of everything) {
      if (item.year === undefined) continue;
      expect.soft(item.year, item.id).toBeGreaterThanOrEqual(kind === 'film' ? 1920 : 1600);
      expect.soft(item.year, item.id).toBeLessThanOrEqual(2026);
    }
  });

  it('has no words if it is instrumental', () => {
    for (const { item } of everything) {
      if (item.instrumental) expect.soft(item.lang, item.id).toBe('zxx');
    }
  });
});

describe('the whole', () => {
  it('is large enough', () => {
    expect(CATALOGUE.song.length).toBeGreaterThanOrEqual(60);
    expect(CATALOGUE.film.length).toBeGreaterThanOrEqual(40);
    expect(CATALOGUE.video.length).toBeGreaterThanOrEqual(30);
  });

  it('has songs of every decade since the fifties, in at least eight languages', () => {
    const decades = new Set(CATALOGUE.song.map(({ year = 0 }) => Math.floor(year / 10) * 10));
    for (let decade = 1950; decade <= 2020; decade += 10) expect(decades).toContain(decade);
    const languages = new Set(CATALOGUE.song.map(({ lang }) => lang));
    languages.delete('zxx');
    expect(languages.size).toBeGreaterThanOrEqual(8);
  });

  it('has a quarter of its songs without words', () => {
    const instrumental = CATALOGUE.song.filter((song) => song.instrumental);
    expect(instrumental.length / CATALOGUE.song.length).toBeGreaterThanOrEqual(0.25);
  });

  it.each(VERBS)('has songs and videos to %s', (verb) => {
    for (const kind of ['song', 'video'] as const)
      expect(CATALOGUE[kind].map((item) => item.verb)).toContain(verb);
  });
});

describe('a choice', () => {
  const HEAVY = ['heartbreak', 'grief', 'despair'];
  const cells = KINDS.flatMap((kind) =>
    STATES.flatMap((state) => GOALS.map((goal) => ({ kind, state, goal }))),
  ).filter(({ kind, goal }) => kind !== 'film' || goal !== 'focus'); // nobody works with a film on

  it.each(cells)('of at least four near $goal from $state is there: $kind', (cell) => {
    const { kind, state, goal } = cell;
    for (const [name, hour] of Object.entries({ night: 2, morning: 8, work: 12 })) {
      const target = targetOf(state, goal, hour);
      const near = CATALOGUE[kind].filter((item) => {
        if (item.explicit || (goal === 'focus' && !item.instrumental)) return false;
        if (state === 'low' && goal !== 'match' && item.tags.some((tag) => HEAVY.includes(tag)))
          return false;
        const distance = Math.hypot(item.valence - target.valence, item.arousal - target.arousal);
        return distance <= 0.6;
      });
      expect.soft(near.length, name).toBeGreaterThanOrEqual(4);
    }
  });
});
