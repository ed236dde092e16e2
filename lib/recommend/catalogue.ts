import films from './catalogue/films.json';
import songs from './catalogue/songs.json';
import videos from './catalogue/videos.json';
import type { Item } from './item';
import type { Kind } from './suggestion';

/** Everything that ships to be suggested, by kind. */
export const CATALOGUE: Readonly<Record<Kind, readonly Item[]>> = {
  // TypeScript reads a verb in JSON as any string; the catalogue test parses each file in full.
  song: songs as readonly Item[],
  video: videos as readonly Item[],
  film: films as readonly Item[],
};
