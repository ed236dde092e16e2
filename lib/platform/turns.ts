let last: Promise<unknown> = Promise.resolve();

/** Runs changes one after the other: two at once could open the camera that the other closes. */
export function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const result = last.then(change);
  last = result.catch(() => undefined);
  return result;
}

/** The outcome of a task, or an error if that takes longer than `ms` milliseconds. */
export function withinTime<T>(task: Promise<T>, ms: number): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`No answer within ${ms / 1000} s.`)), ms);
  });
  return Promise.race([task, late]);
}
