import { defineExtensionMessaging } from '@webext-core/messaging';
import type { SensingOrder } from '../sensing/order';
import type { SensingStatus } from './sensing-status';

/** The log's answer to a batch: folded in now, folded in before, or refused for good. */
export type BatchReceipt = 'applied' | 'known' | 'refused';

/** Every message of Mien, named after who must answer it. All data is plain JSON. */
interface Protocol {
  /** The user's yes to the camera and the log, and every later resumption. */
  'background/start-logging': () => void;
  'background/pause-logging': () => void;
  /** Shows the drawn face in the camera's place until it is stopped or nobody watches. */
  'background/start-demo': () => void;
  'background/stop-demo': () => void;
  /** Merges the given fields into the settings. */
  'background/change-settings': (change: unknown) => void;
  /** Stops everything and forgets everything. */
  'background/delete-everything': () => void;
  'background/batch': (batch: unknown) => BatchReceipt;
  'background/sensing-status': (status: SensingStatus) => void;
  'background/fault': (fault: { where: string; message: string }) => void;
  /** Takes an order. For `none`, the camera is released then; false if the log did not take all readings. */
  'offscreen/sense': (order: SensingOrder) => boolean;
  /** Stops, and drops the readings that the log has not got yet. */
  'offscreen/forget': () => void;
}

/** The names of all messages; the type makes the list complete. */
export const MESSAGE_NAMES = Object.keys({
  'background/start-logging': 0,
  'background/pause-logging': 0,
  'background/start-demo': 0,
  'background/stop-demo': 0,
  'background/change-settings': 0,
  'background/delete-everything': 0,
  'background/batch': 0,
  'background/sensing-status': 0,
  'background/fault': 0,
  'offscreen/sense': 0,
  'offscreen/forget': 0,
} satisfies Record<keyof Protocol, 0>);

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
