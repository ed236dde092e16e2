import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import './styles/day.css';
import type { Span } from '../lib/timeline/day';
import type { Minute } from '../lib/timeline/minute';
import { factsOf, ribbonOf } from '../lib/timeline/ribbon';
import { DayBars } from './DayBars';
import { DayCursor } from './DayCursor';
import { DayRibbon } from './DayRibbon';
import { DayTable } from './DayTable';
import { dayName } from './format';
import { daySentence } from './words';

interface Props {
  /** Undefined while loading. */
  minutes: readonly Minute[] | undefined;
  day: Span;
}

/** The whole day: a sentence, the ribbon, minutes per state, and the table behind them. */
export function DaySummary({ minutes, day }: Props) {
  const { start, end } = day;
  const segments = useMemo(() => ribbonOf(minutes ?? [], { start, end }), [minutes, start, end]);
  const facts = useMemo(() => factsOf(minutes ?? [], { start, end }), [minutes, start, end]);
  return (
    <section class="card day-summary" aria-labelledby="day-title">
      <header>
        <h2 id="day-title">{i18n.t('today.title')}</h2>
        <p class="soft">{dayName(start)}</p>
      </header>
      {segments.length === 0 ? (
        <div class="today-empty">
          <p>{i18n.t(minutes ? 'today.empty' : 'today.loading')}</p>
          {minutes && <p class="soft">{i18n.t('today.emptyHint')}</p>}
        </div>
      ) : (
        <>
          <DayRibbon segments={segments} span={day} summary={daySentence(facts)} height={84} />
          <DayCursor segments={segments} span={day} />
          <DayBars seconds={facts.seconds} />
          <DayTable segments={segments} />
        </>
      )}
    </section>
  );
}
