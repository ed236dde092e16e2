import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Span } from '../lib/timeline/day';
import { MINUTE_MS } from '../lib/timeline/minute';
import { type Segment, segmentAt } from '../lib/timeline/ribbon';
import { clock } from './format';
import { markWord } from './words';

interface Props {
  segments: readonly Segment[];
  span: Span;
}

/** Walks along the ribbon minute by minute, with keyboard, finger or mouse, and says what is there. */
export function DayCursor({ segments, span }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState<number>();
  const last = (segments.at(-1)?.end ?? span.end) - MINUTE_MS;
  const isOfToday = chosen !== undefined && chosen >= span.start && chosen < span.end;
  const at = isOfToday ? chosen : last;
  const said = sentenceAt(segments, at);
  return (
    <div class="day-cursor">
      <label class="visually-hidden" for={id}>
        {i18n.t('today.cursor')}
      </label>
      <input
        id={id}
        type="range"
        min={span.start}
        max={span.end - MINUTE_MS}
        step={MINUTE_MS}
        value={at}
        aria-valuetext={said}
        onInput={(event) => setChosen(event.currentTarget.valueAsNumber)}
      />
      <p class="soft" aria-hidden="true">
        {said}
      </p>
    </div>
  );
}

function sentenceAt(segments: readonly Segment[], at: number): string {
  const segment = segmentAt(segments, at);
  if (!segment) return i18n.t('today.cursorGap', [clock(at)]);
  const { mark, start, end } = segment;
  return i18n.t('today.cursorAt', [clock(at), markWord(mark), clock(start), clock(end)]);
}
