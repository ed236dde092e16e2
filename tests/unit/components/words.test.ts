import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it, vi } from 'vitest';
import {
  cameraWords,
  daySentence,
  groundsSentence,
  markWord,
  reasonWords,
} from '../../../components/words';
import { GOALS, type Grounds } from '../../../lib/recommend/suggestion';
import { CAMERA_STATUSES } from '../../../lib/sensing/camera-status';
import { REASONS } from '../../../lib/sensing/reading';
import { STATES } from '../../../lib/sensing/state';
import { type DayFacts, MARKS } from '../../../lib/timeline/ribbon';

const messages = await parseMessagesFile('locales/en.yml');

vi.mock('#i18n', () => ({
  i18n: {
    t(key: string, substitutions: string[] = []) {
      const found = messages.find((message) => message.key.join('.') === key);
      if (found?.type !== 'simple') throw new Error(`No words for ${key}`);
      return found.message.replace(/\$(\d)/g, (_, n) => substitutions[Number(n) - 1] ?? '');
    },
  },
}));

/** Words for what a person is or has, or that judge: Mien speaks of expressions only. */
const UNWANTED = /\byou (are|feel|seem)\b|depress|disorder|symptom|diagnos|anxi|\bbad\b|negative/i;

describe('the words', () => {
  it('have names that a browser accepts', () => {
    const names = messages.map((message) => message.key.join('_'));
    expect(names.filter((name) => !/^[A-Za-z0-9_@]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('exist for every camera status, reason and mark', () => {
    for (const status of CAMERA_STATUSES) {
      expect(Object.values(cameraWords(status)).every(Boolean)).toBe(true);
    }
    for (const reason of REASONS)
      expect(Object.values(reasonWords(reason)).every(Boolean)).toBe(true);
    for (const mark of MARKS) expect(markWord(mark)).not.toBe('');
  });

  it('speak of the expression and never of the person', () => {
    const grounds: Grounds[] = [
      ...STATES.map((state) => ({ because: 'state', state, minutes: 12, ofMinutes: 15 }) as const),
      ...STATES.map((state) => ({ because: 'live', state }) as const),
      ...GOALS.map((goal) => ({ because: 'goal', goal }) as const),
    ];
    for (const each of grounds) {
      expect(groundsSentence(each)).not.toMatch(UNWANTED);
      expect(groundsSentence(each).length).toBeLessThanOrEqual(90);
    }
    const said = messages.filter((message) =>
      ['state', 'reason', 'today'].includes(message.key[0] ?? ''),
    );
    for (const message of said) {
      if (message.type === 'simple') expect(message.message).not.toMatch(UNWANTED);
    }
  });

  it('give the minutes and the coverage behind a suggestion', () => {
    const grounds: Grounds = { because: 'state', state: 'tense', minutes: 11.7, ofMinutes: 15 };
    expect(groundsSentence(grounds)).toBe(
      'Your expression looked tense for about 12 of the last 15 min.',
    );
  });
});

describe('daySentence', () => {
  const facts = (share: number | undefined, readable: number, observed: number): DayFacts => ({
    seconds: { bright: 0, lively: 0, steady: 0, tense: 0, low: 0, unclear: 0, away: 0 },
    readable,
    observed,
    dominant: share === undefined ? undefined : { state: 'steady', share },
  });

  it.each([
    ['an empty day', facts(undefined, 0, 0), /^Nothing is logged/],
    ['a day with no label', facts(undefined, 0, 1800), /^Nothing could be read/],
    ['a plain day', facts(0.72, 7200, 9000), /^Mostly steady: about .*70.* of the .*2/],
    ['a mixed day', facts(0.31, 5400, 9000), /^Mixed, most often steady: about .*30/],
  ])('sums up %s', (_, day, sentence) => {
    expect(daySentence(day)).toMatch(sentence);
  });
});
