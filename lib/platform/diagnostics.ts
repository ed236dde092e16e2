import { storage } from '#imports';

/** An error worth telling the user, who can copy it from the options page. */
export interface Diagnostic {
  /** Epoch milliseconds. */
  at: number;
  where: string;
  message: string;
}

const MOST_KEPT = 50;

export const diagnosticsItem = storage.defineItem<Diagnostic[]>('local:diagnostics', {
  fallback: [],
});

let writing: Promise<void> = Promise.resolve();

/** Keeps an error among the last 50, and prints it. Only the background calls this: it is the one writer. */
export function recordFault(where: string, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`[${where}] ${message}`);
  writing = writing.then(async () => {
    const kept = await diagnosticsItem.getValue();
    await diagnosticsItem.setValue([...kept, { at: Date.now(), where, message }].slice(-MOST_KEPT));
  });
  return writing;
}
