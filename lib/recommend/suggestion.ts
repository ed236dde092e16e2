import type { State } from '../sensing/state';

/** What the user wants from a suggestion. */
export const GOALS = ['match', 'lift', 'calm', 'focus'] as const;
export type Goal = (typeof GOALS)[number];

/** What can be suggested; each kind has its own catalogue and its own default provider. */
export const KINDS = ['song', 'video', 'film'] as const;
export type Kind = (typeof KINDS)[number];

/** The facts behind a suggestion. The words for them are chosen where they are shown. */
export type Grounds =
  | { because: 'state'; state: State; minutes: number; ofMinutes: number }
  | { because: 'live'; state: State }
  | { because: 'goal'; goal: Goal };

/** A catalogue item, the link that opens it on a provider, and the grounds for it. */
export interface Suggestion {
  id: string;
  kind: Kind;
  title: string;
  /** Who made it; empty for a search phrase. */
  by: string;
  provider: { id: string; name: string };
  /** The provider's search page for this item: https only. */
  url: string;
  grounds: Grounds;
}
