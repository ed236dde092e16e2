import type { Affect } from '../sensing/emotion';
import type { State } from '../sensing/state';
import { CATALOGUE } from './catalogue';
import type { Item } from './item';
import { type Defaults, providerAt, providerFor, searchUrl } from './providers';
import { type Random, randomFrom } from './random';
import { type Goal, type Grounds, KINDS, type Kind, type Suggestion } from './suggestion';
import { targetOf } from './targets';

export const DEFAULT_COUNT = 4;
const LEAST_COUNT = 3;

/** How far from the target an item may feel and still be much the same: width of a bell in the affect plane. */
const SIGMA = 0.45;
/** Enough for the tab's kinds to take most places, too little to bring a bad match. */
const SITE_BONUS = 0.7;
/** What every earlier pick of the same kind costs, so that a list stays mixed. */
const REPEAT_COST = 0.3;
/** Lets neighbours swap places from one visit to the next; far below the cost of a different mood. */
const JITTER = 0.2;

/** Too heavy for somebody who looks low, unless they ask for it by matching. */
const HEAVY_TAGS: ReadonlySet<string> = new Set(['heartbreak', 'grief', 'despair']);

/** What a suggestion is asked for with. */
export interface Request {
  state: State;
  goal: Goal;
  /** Local time of day, from 0 to 24. */
  hour: number;
  /** The same request with the same seed gets the same answer. */
  seed: number;
  /** The address of the open tab, if it may be known. */
  tabUrl?: string | undefined;
  defaults: Defaults;
  /** Why the user is shown these; repeated in each suggestion. */
  grounds: Grounds;
  /** How many to give: at least 3, by default {@link DEFAULT_COUNT}. */
  count?: number;
  /** Whether songs with explicit lyrics may appear; by default not. */
  explicit?: boolean;
}

interface Candidate {
  kind: Kind;
  item: Item;
  score: number;
}

/** Whether an item may be shown for this request at all, however well it fits. */
function isFit(item: Item, { state, goal, explicit = false }: Request): boolean {
  if (item.explicit && !explicit) return false;
  if (goal === 'focus') return item.instrumental === true;
  return state !== 'low' || goal === 'match' || !item.tags.some((tag) => HEAVY_TAGS.has(tag));
}

/** How near an item feels to the target, from 0 to 1. */
function relevance(item: Item, target: Affect): number {
  const distance = Math.hypot(item.valence - target.valence, item.arousal - target.arousal);
  return Math.exp(-(distance ** 2) / (2 * SIGMA ** 2));
}

function candidatesFor(request: Request, site: readonly Kind[], random: Random): Candidate[] {
  const target = targetOf(request.state, request.goal, request.hour);
  return KINDS.flatMap((kind) =>
    CATALOGUE[kind]
      .filter((item) => isFit(item, request))
      .map((item) => {
        const bonus = site.includes(kind) ? SITE_BONUS : 0;
        return { kind, item, score: relevance(item, target) + bonus + JITTER * random() };
      }),
  );
}

function sameArtist(one: Item, other: Item): boolean {
  const lead = ({ by }: Item) => by.split(' feat. ', 1)[0];
  return one.by !== '' && lead(one) === lead(other);
}

/** The best candidates one by one, each weighed against those before it. */
function pick(candidates: readonly Candidate[], count: number, first: Kind | undefined) {
  const picked: Candidate[] = [];
  const worth = ({ kind, score }: Candidate) =>
    score - REPEAT_COST * picked.filter((earlier) => earlier.kind === kind).length;
  const better = (one: Candidate, other: Candidate) => (worth(other) > worth(one) ? other : one);

  const ofFirst = candidates.filter(({ kind }) => kind === first);
  let pool = ofFirst.length > 0 ? ofFirst : candidates;
  while (picked.length < count && pool.length > 0) {
    const best = pool.reduce(better);
    picked.push(best);
    pool = (picked.length === 1 ? candidates : pool).filter(
      (next) => next !== best && !sameArtist(next.item, best.item),
    );
  }
  return picked;
}

function queryOf(kind: Kind, { title, by }: Item): string {
  // A song's title alone is ambiguous; a film site searches titles, and a name only narrows it to nothing.
  return kind === 'song' ? `${title} ${by}` : title;
}

/**
 * What to listen to or watch, best first, each with the link that opens it: on the site of the open
 * tab where that serves the kind, elsewhere on the user's default. At most one per artist; on a known
 * site, the first is of the kind that the site is visited for, unless the goal rules that kind out.
 */
export function suggest(request: Request): Suggestion[] {
  const { tabUrl, defaults, grounds, seed, count = DEFAULT_COUNT } = request;
  const site = (tabUrl === undefined ? undefined : providerAt(tabUrl))?.kinds ?? [];
  const candidates = candidatesFor(request, site, randomFrom(seed));
  const wanted = Math.max(LEAST_COUNT, count || LEAST_COUNT); // NaN too gives the least
  return pick(candidates, wanted, site[0]).map(({ kind, item }) => {
    const provider = providerFor(kind, tabUrl, defaults);
    return {
      id: item.id,
      kind,
      title: item.title,
      by: item.by,
      provider: { id: provider.id, name: provider.name },
      url: searchUrl(provider, queryOf(kind, item)),
      grounds,
    };
  });
}
