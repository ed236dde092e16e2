let last: Promise<unknown> = Promise.resolve();

/** Runs changes one after the other: two at once could open the camera that the other closes. */
export function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const result = last.then(change);
  last = result.catch(() => undefined);
  return result;
}
