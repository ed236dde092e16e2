import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Segment } from '../lib/timeline/ribbon';
import { clock, duration } from './format';
import { Glyph } from './Glyph';
import { markWord } from './words';

/** The ribbon in figures, one click away. */
export function DayTable({ segments }: { segments: readonly Segment[] }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="day-table">
      <button
        type="button"
        aria-expanded={open}
        aria-controls="day-table"
        onClick={() => setOpen(!open)}
      >
        {i18n.t(open ? 'today.hideTable' : 'today.showTable')}
      </button>
      <section
        id="day-table"
        class="table-scroll"
        hidden={!open}
        aria-label={i18n.t('today.tableCaption')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {open && (
          <table>
            <caption>{i18n.t('today.tableCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{i18n.t('today.from')}</th>
                <th scope="col">{i18n.t('today.to')}</th>
                <th scope="col">{i18n.t('today.looked')}</th>
                <th scope="col">{i18n.t('today.lasted')}</th>
              </tr>
            </thead>
            <tbody>
              {segments.map(({ start, end, mark }) => (
                <tr key={start}>
                  <td>{clock(start)}</td>
                  <td>{clock(end)}</td>
                  <td>
                    <Glyph of={mark} /> {markWord(mark)}
                  </td>
                  <td>{duration((end - start) / 1000)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}
