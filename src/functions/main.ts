import { loadCatalogue } from './catalogue-source';
import { registerInExcel } from './in-excel';

// The script of functions that the manifest names, `functions.js`. In the shared runtime Excel runs the pane's page
// instead, which registers them too.
registerInExcel();
// The functions that read the catalogue wait for it; asked for at once, they seldom do. Asked for again if it fails.
void loadCatalogue().catch(() => undefined);
