import Dexie, { type EntityTable } from 'dexie';
import type { Minute } from '../timeline/minute';

/** How far a stream of batches has been folded into the log. */
interface StreamPosition {
  streamId: string;
  sequence: number;
  /** When its newest reading was made, in epoch milliseconds. */
  at: number;
}

/** The log. The background is its only writer; pages read it through live queries. */
class Database extends Dexie {
  declare minutes: EntityTable<Minute, 'start'>;
  declare streams: EntityTable<StreamPosition, 'streamId'>;

  constructor() {
    super('mien');
    this.version(1).stores({ minutes: 'start', streams: 'streamId, at' });
  }
}

export const database = new Database();
