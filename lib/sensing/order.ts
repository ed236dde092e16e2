/** What the offscreen document is to do. It holds no settings of its own: orders tell it everything. */
export interface SensingOrder {
  source: 'none' | 'camera' | 'demo';
  secondsPerReading: number;
}

/** Whether the user wants a log: never asked, yes, or not now. */
export type Logging = 'off' | 'on' | 'paused';

/** The drawn face goes before the camera, so that the two never mix; it ends when its viewer leaves. */
export function orderOf(
  { logging, secondsPerReading }: { logging: Logging; secondsPerReading: number },
  demo: boolean,
): SensingOrder {
  const source = demo ? 'demo' : logging === 'on' ? 'camera' : 'none';
  return { source, secondsPerReading };
}
