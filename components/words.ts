import { i18n } from '#i18n';
import type { Grounds, Suggestion } from '../lib/recommend/suggestion';
import type { CameraStatus } from '../lib/sensing/camera-status';
import type { Reason } from '../lib/sensing/reading';
import type { DayFacts, Mark } from '../lib/timeline/ribbon';
import { count, duration, roughShare } from './format';

type Underscored<Id extends string> = Id extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Id;

/** A browser accepts no hyphen in the name of a message. */
function underscored<Id extends string>(id: Id): Underscored<Id> {
  return id.replaceAll('-', '_') as Underscored<Id>;
}

export function cameraWords(status: CameraStatus) {
  const id = underscored(status);
  return {
    label: i18n.t(`camera.${id}.label`),
    sentence: i18n.t(`camera.${id}.sentence`),
    fix: i18n.t(`camera.${id}.fix`),
  };
}

export function reasonWords(reason: Reason) {
  const id = underscored(reason);
  return { title: i18n.t(`reason.${id}.title`), hint: i18n.t(`reason.${id}.hint`) };
}

export const markWord = (mark: Mark): string => i18n.t(`state.${mark}.word`);

/** A state within a sentence: "your expression looked *steady*". */
export const markInSentence = (mark: Mark): string => markWord(mark).toLocaleLowerCase();

export function groundsSentence(grounds: Grounds): string {
  switch (grounds.because) {
    case 'state':
      return i18n.t('grounds.state', [
        markInSentence(grounds.state),
        count(Math.round(grounds.minutes)),
        count(Math.round(grounds.ofMinutes)),
      ]);
    case 'live':
      return i18n.t('grounds.live', [markInSentence(grounds.state)]);
    case 'goal':
      return i18n.t(`grounds.goal.${grounds.goal}`);
  }
}

/** Where a suggestion opens: "Song on YouTube Music". */
export function whereSentence({ kind, provider }: Pick<Suggestion, 'kind' | 'provider'>): string {
  return i18n.t('suggestion.where', [i18n.t(`kind.${kind}`), provider.name]);
}

/** A day in one sentence. */
export function daySentence({ dominant, readable, observed }: DayFacts): string {
  if (observed <= 0) return i18n.t('today.empty');
  if (!dominant) return i18n.t('today.unread', [duration(observed)]);
  const facts = [
    markInSentence(dominant.state),
    roughShare(dominant.share),
    duration(readable),
  ] as const;
  return dominant.share >= 0.5
    ? i18n.t('today.mostly', [...facts])
    : i18n.t('today.mixed', [...facts]);
}
