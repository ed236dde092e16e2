import { i18n } from '#i18n';
import './styles/live-reading.css';
import type { LiveView } from '../lib/sensing/live-view';
import { EmotionBars } from './EmotionBars';
import { roughShare } from './format';
import { Glyph } from './Glyph';
import { markWord, reasonWords } from './words';

/** A face never makes Mien surer than this, whatever the network says. */
const MOST_SURE = 0.95;

interface Props {
  /** Undefined until the first reading. */
  live?: LiveView | undefined;
  demo: boolean;
}

/** The present moment: a word, seven bars, and how sure the guess is or why there is none. */
export function LiveReading({ live, demo }: Props) {
  const state = live?.state ?? 'unclear';
  const said = wordsOf(live);
  return (
    <div class="live-reading" data-state={live?.state} data-reason={live?.reason} data-demo={demo}>
      <div class="live-state">
        <span class="live-glyph" data-tint={state}>
          <Glyph of={state} />
        </span>
        <p class="live-word">{said.word}</p>
        <p class="live-confidence">{said.detail}</p>
      </div>
      <EmotionBars probabilities={live?.probabilities} />
      <p class="live-sentence">{demo ? i18n.t('live.demoSentence') : said.sentence}</p>
      {demo && <p class="badge">{i18n.t('live.demo')}</p>}
    </div>
  );
}

function wordsOf(live: LiveView | undefined) {
  if (!live)
    return { word: i18n.t('live.waiting'), detail: '', sentence: i18n.t('live.waitingHint') };
  const word = markWord(live.state);
  if (live.state === 'unclear') {
    if (!live.reason) return { word, detail: '', sentence: i18n.t('state.unclear.sentence') };
    const { title, hint } = reasonWords(live.reason);
    return { word, detail: title, sentence: hint };
  }
  const detail =
    live.confidence === undefined
      ? ''
      : i18n.t('live.confidence', [roughShare(Math.min(live.confidence, MOST_SURE))]);
  return { word, detail, sentence: i18n.t(`state.${live.state}.sentence`) };
}
