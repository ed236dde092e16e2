import { CATALOGUE } from '../../lib/recommend/catalogue';
import { DEFAULT_PROVIDERS } from '../../lib/recommend/providers';
import { suggest } from '../../lib/recommend/ranking';
import { KINDS } from '../../lib/recommend/suggestion';
import { type Row, row, timeOf } from './row';

/** What a request for suggestions costs, over the whole catalogue. */
export async function suggestions(): Promise<Row[]> {
  let seed = 0;
  const ask = () =>
    suggest({
      state: 'tense',
      goal: 'calm',
      hour: 21,
      seed: seed++,
      tabUrl: 'https://www.youtube.com/',
      defaults: DEFAULT_PROVIDERS,
      grounds: { because: 'goal', goal: 'calm' },
    });
  const items = KINDS.reduce((sum, kind) => sum + CATALOGUE[kind].length, 0);
  return [
    row('suggestions: one request', await timeOf(ask, 200), 'ms', 10),
    row('suggestions: catalogue', items, 'items'),
  ];
}
