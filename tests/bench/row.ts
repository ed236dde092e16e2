/** One figure. `target` is what it should not exceed, where there is one; `ok` says whether it holds. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  target?: number;
  ok: boolean;
}

/** A figure that should be at most `target`. */
export function row(name: string, value: number, unit: string, target?: number): Row {
  const rounded = Number(value.toPrecision(3));
  return {
    name,
    value: rounded,
    unit,
    ...(target !== undefined && { target }),
    ok: target === undefined || rounded <= target,
  };
}

/** The middle of the values, which one slow moment of the machine does not move. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The median time of a task in milliseconds, after a few runs to warm up. */
export async function timeOf(task: () => unknown, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = -3; run < runs; run++) {
    const began = performance.now();
    await task();
    if (run >= 0) times.push(performance.now() - began);
  }
  return median(times);
}
