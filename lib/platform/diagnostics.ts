import * as v from 'valibot';
import { storage } from '#imports';

const DiagnosticsSchema = v.array(
  v.object({ at: v.number(), where: v.string(), message: v.string() }),
);

/** An error worth telling the user, who can copy it from the options page. `at` is epoch milliseconds. */
export type Diagnostic = v.InferOutput<typeof DiagnosticsSchema>[number];

const MOST_KEPT = 50;

export const diagnosticsItem = storage.defineItem<unknown>('local:diagnostics');

/** The diagnostics in `stored`; none if it is anything else. */
export function parseDiagnostics(stored: unknown): Diagnostic[] {
  const result = v.safeParse(DiagnosticsSchema, stored);
  return result.success ? result.output : [];
}

let writing: Promise<void> = Promise.resolve();

/**
 * Keeps an error among the last 50, and prints it; the same error again only moves its time. Never
 * rejects: nothing may fail because its failure cannot be noted. Only the background calls this.
 */
export function recordFault(where: string, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`[${where}] ${message}`);
  const write = async () => {
    const kept = parseDiagnostics(await diagnosticsItem.getValue());
    const last = kept.at(-1);
    if (last?.where === where && last.message === message) kept.pop();
    await diagnosticsItem.setValue([...kept, { at: Date.now(), where, message }].slice(-MOST_KEPT));
  };
  writing = writing.then(write).catch(console.error);
  return writing;
}
