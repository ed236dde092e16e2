import type { Kind } from '../lib/recommend/suggestion';

/** The settings a user can change on the options page. */
export interface OptionsSettings {
  secondsPerReading: number;
  /** The id of the provider to use for each kind. */
  providers: Record<Kind, string>;
}

export interface ProviderChoice {
  id: string;
  name: string;
  kinds: readonly Kind[];
}

/** One line of the diagnostics list. */
export interface Diagnostic {
  at: number;
  where: string;
  message: string;
}
