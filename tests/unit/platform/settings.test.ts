import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changedSettings,
  DEFAULT_SETTINGS,
  loadSettings,
  parseSettings,
  type Settings,
  settingsItem,
} from '../../../lib/platform/settings';
import { GOALS } from '../../../lib/recommend/suggestion';
import { READING_PERIODS } from '../../../lib/sensing/cadence';
import { STATES } from '../../../lib/sensing/state';

beforeEach(() => {
  fakeBrowser.reset();
});

const FIELDS = ['logging', 'secondsPerReading', 'providers', 'goals'] as const;

const CHOSEN: Settings = {
  logging: 'paused',
  secondsPerReading: 5,
  providers: { song: 'deezer', video: 'vimeo', film: 'letterboxd' },
  goals: { low: 'lift', tense: 'calm' },
};

/** Every shape that was ever stored; nobody edits old rows. */
const SHIPPED: [string, unknown, Settings][] = [
  ['a fresh install', null, DEFAULT_SETTINGS],
  ['settings as the first version keeps them', CHOSEN, CHOSEN],
];

const BAD: [string, unknown, Settings, string[]][] = [
  ['logging', { ...CHOSEN, logging: 'maybe' }, { ...CHOSEN, logging: 'off' }, ['logging']],
  [
    'secondsPerReading',
    { ...CHOSEN, secondsPerReading: 0.001 },
    { ...CHOSEN, secondsPerReading: 1 },
    ['secondsPerReading'],
  ],
  [
    'one provider',
    { ...CHOSEN, providers: { ...CHOSEN.providers, film: 7 } },
    { ...CHOSEN, providers: DEFAULT_SETTINGS.providers },
    ['providers.film'],
  ],
  ['one goal', { ...CHOSEN, goals: { low: 'win' } }, { ...CHOSEN, goals: {} }, ['goals.low']],
  ['one state', { ...CHOSEN, goals: { odd: 'lift' } }, { ...CHOSEN, goals: {} }, ['goals.odd']],
  [
    'two fields',
    { ...CHOSEN, logging: null, goals: 'lift' },
    { ...CHOSEN, logging: 'off', goals: {} },
    ['logging', 'goals'],
  ],
  [
    'all fields',
    { logging: 1, secondsPerReading: '1', providers: [], goals: null },
    DEFAULT_SETTINGS,
    ['logging', 'secondsPerReading', 'providers.song', 'goals'],
  ],
  ['a missing field', { logging: 'on' }, { ...DEFAULT_SETTINGS, logging: 'on' }, ['goals']],
  ['a word', 'on', DEFAULT_SETTINGS, ['all of them']],
  ['a number', 0, DEFAULT_SETTINGS, ['all of them']],
];

const someSettings: fc.Arbitrary<Settings> = fc.record({
  logging: fc.constantFrom('off' as const, 'on' as const, 'paused' as const),
  secondsPerReading: fc.constantFrom(...READING_PERIODS),
  providers: fc.record({ song: fc.string(), video: fc.string(), film: fc.string() }),
  goals: fc
    .dictionary(fc.constantFrom(...STATES), fc.constantFrom(...GOALS))
    .map((goals) => ({ ...goals })),
});

/** JSON, some of it much like settings. */
const someJson = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      logging: fc.oneof(fc.constant('on'), fc.jsonValue()),
      secondsPerReading: fc.oneof(fc.constant(2), fc.jsonValue()),
      providers: fc.oneof(fc.constant(CHOSEN.providers), fc.jsonValue()),
      goals: fc.oneof(fc.constant({ low: 'lift' }), fc.jsonValue()),
      colour: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);

/** Checks that these are whole settings: to change nothing about them succeeds and gives them back. */
function expectValid(settings: Settings): void {
  expect(changedSettings(settings, {})).toEqual(settings);
  expect(Object.keys(settings).toSorted()).toEqual(FIELDS.toSorted());
}

describe('parseSettings', () => {
  it.each(SHIPPED)('reads %s', (_, stored, settings) => {
    expect(parseSettings(stored)).toEqual({ settings, faults: [] });
  });

  it('starts with no log', () => {
    expect(parseSettings(undefined).settings.logging).toBe('off');
    expectValid(DEFAULT_SETTINGS);
  });

  it.each(BAD)('mends %s and keeps the rest', (_, stored, settings, named) => {
    const parsed = parseSettings(stored);
    expect(parsed.settings).toEqual(settings);
    for (const field of named) {
      expect(parsed.faults).toContainEqual(expect.stringContaining(`Stored settings: ${field}: `));
    }
  });

  it('does not mind what it does not know', () => {
    const newer = { ...CHOSEN, colour: 'green', theme: { dark: true } };
    expect(parseSettings(newer)).toEqual({ settings: CHOSEN, faults: [] });
    const damaged = { ...newer, logging: 'maybe' };
    expect(parseSettings(damaged).settings).toEqual({ ...CHOSEN, logging: 'off' });
  });

  it('reads all settings that there can be', () => {
    fc.assert(
      fc.property(someSettings, (settings) => {
        expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual({
          settings,
          faults: [],
        });
      }),
    );
  });

  it('makes valid settings of anything', () => {
    fc.assert(
      fc.property(someJson, (stored) => {
        const { settings } = parseSettings(stored);
        expectValid(settings);
        expect(parseSettings(settings)).toEqual({ settings, faults: [] });
      }),
    );
  });

  it('keeps every field but the bad ones, whichever they are', () => {
    const someFields = fc.subarray([...FIELDS]);
    fc.assert(
      fc.property(someSettings, someFields, fc.jsonValue(), (settings, fields, value) => {
        const damage = Object.fromEntries(fields.map((field) => [field, value]));
        const mended = parseSettings({ ...settings, ...damage }).settings;
        expectValid(mended);
        for (const field of FIELDS) {
          if (!fields.includes(field)) expect(mended[field]).toEqual(settings[field]);
        }
      }),
    );
  });
});

describe('changedSettings', () => {
  it('changes just what it is told to', () => {
    expect(changedSettings(CHOSEN, { secondsPerReading: 1 })).toEqual({
      ...CHOSEN,
      secondsPerReading: 1,
    });
    expect(changedSettings(CHOSEN, { goals: { low: 'calm' } })).toEqual({
      ...CHOSEN,
      goals: { low: 'calm' },
    });
    expect(CHOSEN.secondsPerReading).toBe(5);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'on'],
    ['a value that there is not', { secondsPerReading: 3 }],
    ['a good change and a bad one', { goals: {}, secondsPerReading: 3 }],
    ['a field made undefined', { secondsPerReading: undefined }],
    ['a yes to the camera, which is no setting', { logging: 'on' }],
    ['a field that there is not', { colour: 'green' }],
    ['half the providers', { providers: { song: 'deezer' } }],
  ])('refuses %s', (_, change) => {
    expect(() => changedSettings(CHOSEN, change)).toThrow();
  });

  it('goes from any settings to any others', () => {
    fc.assert(
      fc.property(someSettings, someSettings, (settings, others) => {
        const { logging: _, ...change } = others;
        const { logging } = settings;
        expect(changedSettings(settings, change)).toEqual({ ...change, logging });
        expectValid(settings);
      }),
    );
  });

  it('gives valid settings or throws an Error, whatever the change', () => {
    fc.assert(
      fc.property(someSettings, someJson, (settings, change) => {
        let changed: Settings;
        try {
          changed = changedSettings(settings, change);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          return;
        }
        expectValid(changed);
      }),
    );
  });
});

describe('loadSettings', () => {
  async function load(stored: unknown) {
    fakeBrowser.reset();
    if (stored !== null) await fakeBrowser.storage.local.set({ settings: stored });
    const faults: string[] = [];
    const settings = await loadSettings(async (fault) => {
      faults.push(fault);
    });
    return { settings, faults, kept: await fakeBrowser.storage.local.get() };
  }

  it.each(SHIPPED)('reads %s and writes nothing', async (_, stored, settings) => {
    const loaded = await load(stored);
    expect(loaded.settings).toEqual(settings);
    expect(loaded.faults).toEqual([]);
    expect(loaded.kept).toEqual(stored === null ? {} : { settings: stored });
  });

  it.each(BAD)('repairs %s, says so, and keeps what it could not read', async (...row) => {
    const [, stored, settings] = row;
    const loaded = await load(stored);
    expect(loaded.settings).toEqual(settings);
    expect(loaded.faults).toEqual(parseSettings(stored).faults);
    expect(loaded.faults.length).toBeGreaterThan(0);
    expect(loaded.kept).toEqual({ settings, 'unreadable-settings': stored });
  });

  it('repairs but once, and loads the same again', async () => {
    await fc.assert(
      fc.asyncProperty(someJson, async (stored) => {
        const { settings } = await load(stored);
        expectValid(settings);
        const again = await loadSettings(async (fault) => {
          throw new Error(`There is still a fault: ${fault}`);
        });
        expect(again).toEqual(settings);
        expect(parseSettings(await settingsItem.getValue()).settings).toEqual(settings);
      }),
      { numRuns: 50 },
    );
  });
});
