import { closeCamera, openCamera } from './camera';
import { sendMessage } from './messages';

// What a user can ask for on a page. Each rejects with an error in words if it cannot be done.

export const startLogging = () => sendMessage('background/start-logging', undefined);
export const pauseLogging = () => sendMessage('background/pause-logging', undefined);
export const startDemo = () => sendMessage('background/start-demo', undefined);
export const stopDemo = () => sendMessage('background/stop-demo', undefined);
export const deleteEverything = () => sendMessage('background/delete-everything', undefined);
export const changeSettings = (change: object) => sendMessage('background/change-settings', change);

/**
 * Lets the browser ask for the camera on this page, since an offscreen document cannot show the
 * question, and starts logging. A refusal is no error: sensing finds it and says so as its status.
 */
export async function allowCameraAndStart(): Promise<void> {
  try {
    closeCamera(await openCamera());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  await startLogging();
}
