import { runCapture } from '../../lib/platform/capture';

runCapture();
