import { registerInExcel } from './in-excel';

// The script of functions that the manifest names, `functions.js`. In the shared runtime Excel runs the pane's page
// instead, which registers them too.
registerInExcel();
