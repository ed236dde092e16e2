import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './styles/chart.css';

export type ChartOptions = Omit<uPlot.Options, 'width' | 'height'>;

interface Props {
  /** A module constant: a new object builds a new chart. */
  options: ChartOptions;
  /** Drawn anew when its identity changes. */
  data: uPlot.AlignedData;
  height: number;
  /** What the chart says, for everybody who does not see it. */
  summary: string;
}

const THEME_QUERIES = [
  '(prefers-color-scheme: dark)',
  '(forced-colors: active)',
  '(prefers-contrast: more)',
];

/** A uPlot chart with a sentence that says what it shows. */
export function Chart({ options, data, height, summary }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const shown = useRef(data);
  shown.current = data;

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const size = () => ({ width: Math.max(1, element.clientWidth), height });
    const chart = new uPlot({ ...options, ...size() }, shown.current, element);
    plot.current = chart;

    let frame = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (element.clientWidth !== chart.width) chart.setSize(size());
      });
    });
    observer.observe(element);

    const repaint = () => chart.redraw(false, true);
    const queries = THEME_QUERIES.map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener('change', repaint);

    return () => {
      for (const query of queries) query.removeEventListener('change', repaint);
      cancelAnimationFrame(frame);
      observer.disconnect();
      chart.destroy();
      plot.current = undefined;
    };
  }, [options, height]);

  const drawn = useRef(data);
  useEffect(() => {
    if (drawn.current === data) return;
    drawn.current = data;
    plot.current?.setData(data);
  }, [data]);

  return (
    <figure class="chart">
      <figcaption>{summary}</figcaption>
      <div ref={host} class="chart-host" aria-hidden="true" />
    </figure>
  );
}
