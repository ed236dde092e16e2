import { i18n } from '#i18n';
import { EMOTIONS, type Probabilities } from '../lib/sensing/emotion';
import { roughShare } from './format';
import { Glyph } from './Glyph';

/** How much the expression resembles each of the seven; empty tracks while nothing can be read. */
export function EmotionBars({ probabilities }: { probabilities?: Probabilities | undefined }) {
  return (
    <ul class="emotion-bars" aria-label={i18n.t('live.bars')}>
      {EMOTIONS.map((emotion, index) => {
        const share = probabilities?.[index];
        return (
          <li key={emotion}>
            <Glyph of={emotion} />
            <span class="bar-name">{i18n.t(`emotion.${emotion}`)}</span>
            <span class="bar-track" aria-hidden="true">
              <span
                class="bar-fill"
                data-fill={emotion}
                style={{ inlineSize: `${Math.round((share ?? 0) * 100)}%` }}
              />
            </span>
            <span class="bar-value">
              {share === undefined ? (
                <>
                  <span aria-hidden="true">–</span>
                  <span class="visually-hidden">{i18n.t('live.none')}</span>
                </>
              ) : (
                roughShare(share)
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
