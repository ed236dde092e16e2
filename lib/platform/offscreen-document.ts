import { browser } from './browser';

const PATH = '/offscreen.html';

let creating: Promise<void> | undefined;

/** Whether the offscreen document stands. Only the background may ask. */
export async function hasOffscreenDocument(): Promise<boolean> {
  if (!globalThis.chrome?.offscreen) return false;
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

/** Makes sure that the offscreen document stands; callers at the same time share one creation. */
export function ensureOffscreenDocument(): Promise<void> {
  creating ??= create().finally(() => {
    creating = undefined;
  });
  return creating;
}

async function create(): Promise<void> {
  if (!globalThis.chrome?.offscreen) {
    throw new Error('This browser has no offscreen documents, so Mien cannot use the camera here.');
  }
  if (await hasOffscreenDocument()) return;
  try {
    await chrome.offscreen.createDocument({
      url: browser.runtime.getURL(PATH),
      reasons: ['USER_MEDIA', 'WORKERS'],
      justification: 'Reads the facial expression from the camera, on this device.',
    });
  } catch (error) {
    // An earlier life of this worker may have created it in the meantime: that is what was wanted.
    if (!(await hasOffscreenDocument())) throw error;
  }
}

/** Closes the offscreen document, and with it camera and worker, if it stands. */
export async function closeOffscreenDocument(): Promise<void> {
  try {
    if (await hasOffscreenDocument()) await chrome.offscreen.closeDocument();
  } catch (error) {
    if (await hasOffscreenDocument()) throw error; // else it went by itself in the meantime
  }
}
