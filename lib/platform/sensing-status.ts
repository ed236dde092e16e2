import * as v from 'valibot';
import { storage } from '#imports';
import { CAMERA_STATUSES } from '../sensing/camera-status';
import { showBadge } from './badge';

const SensingStatusSchema = v.object({
  /** What is sensed: the drawn face stands in the camera's place. */
  source: v.picklist(['none', 'camera', 'demo']),
  camera: v.picklist(CAMERA_STATUSES),
});

/** What the camera, or the drawn face in its place, is doing. */
export type SensingStatus = v.InferOutput<typeof SensingStatusSchema>;

/** Takes a status that another context reports. Throws if it is none. */
export function receiveSensingStatus(input: unknown): Promise<void> {
  return showSensing(v.parse(SensingStatusSchema, input));
}

export const NOTHING_SENSED: SensingStatus = Object.freeze({ source: 'none', camera: 'off' });

/** What the camera is doing, for every page to follow. Forgotten when the browser closes. */
export const sensingItem = storage.defineItem<SensingStatus>('session:sensing', {
  fallback: NOTHING_SENSED,
});

/** Keeps and shows what the camera is doing. Being off is no state to store. Called by the background alone. */
export async function showSensing(status: SensingStatus): Promise<void> {
  const isOff = status.camera === 'off';
  await Promise.all([
    isOff ? sensingItem.removeValue() : sensingItem.setValue(status),
    showBadge(status),
  ]);
}
