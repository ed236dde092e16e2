import { defineUnlistedScript } from '#imports';
import { runSensing } from '../lib/platform/sensing-loop';

export default defineUnlistedScript(() => runSensing(self));
