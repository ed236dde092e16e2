import { launchMien } from '../../scripts/chromium';
import { envelope, send } from '../../scripts/inspection';
import { type Row, row, timeOf } from './row';

const BATCH_READINGS = 10;
const DAY_MINUTES = 1440;

/** What the log costs, through the real background and database. */
export async function storage(): Promise<Row[]> {
  const mien = await launchMien({ camera: 'none' });
  try {
    const page = await mien.open('/options.html');
    let sequence = 0;
    const start = Date.UTC(2026, 0, 5);
    const deliver = (readings: object[]) =>
      send(
        page,
        envelope('background/batch', { streamId: 'bench', sequence: ++sequence, readings }),
      );
    const readingAt = (at: number) => ({
      at,
      seconds: 1,
      index: 1,
      probabilities: [0.1, 0.05, 0.05, 0.3, 0.1, 0.1, 0.3],
      valence: 0.12,
      arousal: 0.2,
      quality: 0.9,
    });
    const batch = (from: number) =>
      Array.from({ length: BATCH_READINGS }, (_, i) => readingAt(from + i * 1000));
    const perBatch = await timeOf(() => deliver(batch(start + sequence * 10_000)), 100);
    const bytes = () => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const before = await bytes();
    await deliver(
      Array.from({ length: DAY_MINUTES }, (_, i) => readingAt(start + (i + DAY_MINUTES) * 60_000)),
    );
    const perDay = (await bytes()) - before;
    return [
      row('storage: one batch, from page to database and back', perBatch, 'ms'),
      row('storage: a day of minutes on disk', perDay / 1e6, 'MB'),
    ];
  } finally {
    await mien.close();
  }
}
