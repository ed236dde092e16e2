import file from './providers.json';
import type { Kind } from './suggestion';

type ProviderId = keyof typeof file;

/** A site that Mien can open on a search. */
export interface Provider {
  /** Stable: settings refer to it. */
  id: string;
  name: string;
  /** Each stands for itself and everything below it. */
  hosts: readonly string[];
  /** What it serves, the kind it is visited for first. */
  kinds: readonly Kind[];
  /** An https address with `{q}` where the encoded query goes. */
  search: string;
  /** The day (ISO 8601) on which the template was last compared with other published ones. */
  lastChecked: string;
}

// TypeScript reads a kind in JSON as any string; the provider test checks each one.
const shipped = file as Record<ProviderId, Omit<Provider, 'id'>>;

/** Every provider that ships, in the order to offer them. */
export const PROVIDERS: readonly Provider[] = Object.entries(shipped).map(([id, provider]) => ({
  id,
  ...provider,
}));

/** The id of the provider that each kind opens on, where no open site decides. Not every id need exist. */
export type Defaults = Readonly<Partial<Record<Kind, string>>>;

/** What Mien starts with: sites that answer a search without an account. */
export const DEFAULT_PROVIDERS = {
  song: 'youtube',
  video: 'youtube',
  film: 'justwatch',
} as const satisfies Record<Kind, ProviderId>;

/** The user's default for a kind; Mien's own where that provider is gone or does not serve the kind. */
export function defaultProvider(kind: Kind, defaults: Defaults): Provider {
  const chosen = PROVIDERS.find(({ id, kinds }) => id === defaults[kind] && kinds.includes(kind));
  if (chosen) return chosen;
  const id = DEFAULT_PROVIDERS[kind];
  return { id, ...shipped[id] };
}

/** Longest host first: `music.youtube.com` is not to be taken for `youtube.com`. */
const BY_HOST = PROVIDERS.flatMap((provider) =>
  provider.hosts.map((host) => ({ host, provider })),
).sort((one, other) => other.host.length - one.host.length);

/**
 * The provider whose site an address belongs to; nothing for other sites, other schemes than http(s),
 * and whatever is no address.
 *
 * Compared by whole labels against our own hosts. That is as safe as comparing registrable domains
 * (`youtube.com.evil.example` does not end in `.youtube.com`), and spares the popup the 130 kB of the
 * public suffix list.
 */
export function providerAt(address: string): Provider | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return BY_HOST.find(({ host }) => hostname === host || hostname.endsWith(`.${host}`))?.provider;
}

/** Where to open something of a kind: on the tab's own site if that serves the kind, else on the default. */
export function providerFor(kind: Kind, tabUrl: string | undefined, defaults: Defaults): Provider {
  const here = tabUrl === undefined ? undefined : providerAt(tabUrl);
  return here?.kinds.includes(kind) ? here : defaultProvider(kind, defaults);
}

/** The provider's search page for a query: https, and on the provider's own site whatever the query. */
export function searchUrl(provider: Provider, query: string): string {
  // Half a surrogate pair, as a cut-off title may end in, would make encodeURIComponent throw.
  return provider.search.replace('{q}', encodeURIComponent(query.toWellFormed()));
}
