import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is good, and gives it; throws with the last answer if that takes too long. */
export async function until<Answer>(
  ask: () => Answer | Promise<Answer>,
  isGood: (answer: Answer) => boolean,
  { timeoutMs = 20_000, everyMs = 100 } = {},
): Promise<Answer> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(`After ${timeoutMs} ms the answer was still ${JSON.stringify(answer)}.`);
    }
    await sleep(everyMs);
  }
}
