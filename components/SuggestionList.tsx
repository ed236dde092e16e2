import { i18n } from '#i18n';
import './styles/suggestion-list.css';
import type { Kind, Suggestion } from '../lib/recommend/suggestion';
import { groundsSentence, whereSentence } from './words';

interface Props {
  suggestions: readonly Suggestion[];
}

const KIND_ICONS: Record<Kind, string> = {
  song: 'M6 2.5 13 1v9.2a2.3 2.3 0 1 1-1.4-2.1V4.3L7.4 5.2v6.5A2.3 2.3 0 1 1 6 9.6Z',
  video: 'M1 3h14v10H1Zm1.5 1.5v7h11v-7ZM6.5 5.5 10.5 8l-4 2.5Z',
  film: 'M1 2h14v12H1Zm1.4 1.4v1.8h1.8V3.4Zm0 3.3v2.6h1.8V6.7Zm0 4.1v1.8h1.8v-1.8Zm9.4-7.4v1.8h1.8V3.4Zm0 3.3v2.6h1.8V6.7Zm0 4.1v1.8h1.8v-1.8ZM5.6 3.4v9.2h4.8V3.4Z',
};

/** Suggestions as links to a provider's search page, each with the reason for it. */
export function SuggestionList({ suggestions }: Props) {
  if (suggestions.length === 0) {
    return (
      <div class="suggestions-empty">
        <p>{i18n.t('suggestion.empty')}</p>
        <p class="soft">{i18n.t('suggestion.emptyHint')}</p>
      </div>
    );
  }
  return (
    <ul class="suggestion-list">
      {suggestions.map((suggestion) => (
        <SuggestionItem key={suggestion.id} suggestion={suggestion} />
      ))}
    </ul>
  );
}

function SuggestionItem({ suggestion }: { suggestion: Suggestion }) {
  const { id, kind, title, by, provider, url, grounds } = suggestion;
  const reasonId = `reason-${id}`;
  const where = whereSentence(suggestion);
  return (
    <li>
      <svg class="kind-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path fill-rule="evenodd" d={KIND_ICONS[kind]} />
      </svg>
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        data-kind={kind}
        data-provider={provider.id}
        aria-describedby={reasonId}
      >
        <span class="suggestion-title">{title}</span>
        {by && <span class="suggestion-by"> {i18n.t('suggestion.by', [by])}</span>}
        <span class="suggestion-where">
          {' '}
          {where} <span class="visually-hidden">({i18n.t('app.newTab')})</span>
          <span aria-hidden="true" class="new-tab">
            ↗
          </span>
        </span>
      </a>
      <p id={reasonId} class="suggestion-reason">
        {groundsSentence(grounds)}
      </p>
    </li>
  );
}
