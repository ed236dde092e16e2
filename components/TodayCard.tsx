import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import './styles/day.css';
import type { Span } from '../lib/timeline/day';
import type { Minute } from '../lib/timeline/minute';
import { factsOf, focusOf, ribbonOf } from '../lib/timeline/ribbon';
import { DayRibbon } from './DayRibbon';
import { hour } from './format';
import { daySentence } from './words';

interface Props {
  /** Undefined while loading. */
  minutes: readonly Minute[] | undefined;
  day: Span;
  now: number;
  onDay: () => void;
}

/** Today at a glance: from the first reading until now, in whole hours. */
export function TodayCard({ minutes, day, now, onDay }: Props) {
  const { start, end } = day;
  const segments = useMemo(
    () => minutes && ribbonOf(minutes, { start, end }),
    [minutes, start, end],
  );
  const facts = useMemo(() => minutes && factsOf(minutes, { start, end }), [minutes, start, end]);
  const span = focusOf(segments ?? [], day, now);
  return (
    <section class="card today-card" aria-labelledby="today-title">
      <header>
        <h2 id="today-title">{i18n.t('today.title')}</h2>
        {segments && segments.length > 0 && (
          <p class="soft">{i18n.t('today.range', [hour(span.start), hour(span.end)])}</p>
        )}
        <button type="button" class="text-button" onClick={onDay}>
          {i18n.t('button.day')}
        </button>
      </header>
      {!segments || !facts ? (
        <p class="today-empty soft">{i18n.t('today.loading')}</p>
      ) : segments.length === 0 ? (
        <div class="today-empty">
          <p>{i18n.t('today.empty')}</p>
          <p class="soft">{i18n.t('today.emptyHint')}</p>
        </div>
      ) : (
        <DayRibbon segments={segments} span={span} summary={daySentence(facts)} height={54} />
      )}
    </section>
  );
}
