import * as v from 'valibot';
import { browser } from './browser';
import { recordFault } from './diagnostics';
import { MESSAGE_NAMES } from './messages';

const EnvelopeSchema = v.object({ type: v.picklist(MESSAGE_NAMES), timestamp: v.number() });

/** Notes every message whose name or envelope nobody in Mien sends. They are not answered. */
export function noteUnknownMessages(): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    const { success } = v.safeParse(EnvelopeSchema, message);
    if (!success) void recordFault('messages', `Ignored an unknown message: ${describe(message)}`);
    return undefined;
  });
}

const describe = (message: unknown): string => String(JSON.stringify(message)).slice(0, 200);
