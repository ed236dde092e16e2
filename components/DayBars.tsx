import { i18n } from '#i18n';
import { STATES } from '../lib/sensing/state';
import type { DayFacts, Mark } from '../lib/timeline/ribbon';
import { duration } from './format';
import { Glyph } from './Glyph';
import { markWord } from './words';

/** Minutes per state, longest first; what could not be read comes last. */
export function DayBars({ seconds }: Pick<DayFacts, 'seconds'>) {
  const states = STATES.toSorted((a, b) => seconds[b] - seconds[a]);
  const marks: Mark[] = [...states, 'unclear'];
  const longest = Math.max(1, ...marks.map((mark) => seconds[mark]));
  return (
    <section class="day-bars">
      <h3>{i18n.t('today.bars')}</h3>
      <ul>
        {marks
          .filter((mark) => seconds[mark] > 0)
          .map((mark) => (
            <li key={mark}>
              <Glyph of={mark} />
              <span class="bar-name">{markWord(mark)}</span>
              <span class="bar-track" aria-hidden="true">
                <span
                  class="bar-fill"
                  data-fill={mark}
                  style={{ inlineSize: `${(seconds[mark] / longest) * 100}%` }}
                />
              </span>
              <span class="bar-value">{duration(seconds[mark])}</span>
            </li>
          ))}
      </ul>
      <p class="soft">{i18n.t('today.barsNote')}</p>
    </section>
  );
}
