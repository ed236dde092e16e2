import type { Emotion } from '../lib/sensing/emotion';
import type { Mark } from '../lib/timeline/ribbon';
import { GLYPH_PATHS, GLYPH_SIZE } from './glyph-paths';

/** The shape and colour of an emotion or a mark; decoration, so a word belongs beside it. */
export function Glyph({ of }: { of: Emotion | Mark }) {
  return (
    <svg
      class="glyph"
      data-glyph={of}
      viewBox={`0 0 ${GLYPH_SIZE} ${GLYPH_SIZE}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={GLYPH_PATHS[of]} />
    </svg>
  );
}
