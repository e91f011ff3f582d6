import { createRoot } from 'react-dom/client';
import { loadCatalogue, registerInExcel } from '../functions';
import { App } from './app';
import { OutsideExcel } from './outside-excel';
import { restoreHistory } from './office/history';
import { excelPort, fetchExcel } from './office/port';
import { connectRibbon } from './office/ribbon';
import { Session } from './session';
import { tasks } from './tasks';
import { fetchAhead } from './ui/task-view';

// First: cells may be waiting for their values.
registerInExcel();
// In parallel with office.js; a failure is told to whoever asks for it again.
for (const fetchPart of [loadCatalogue, fetchExcel]) void fetchPart().catch(() => undefined);

async function start(): Promise<void> {
  const { host } = await Office.onReady();
  restoreHistory(window.history);
  const root = createRoot(document.getElementById('pane') ?? document.body);
  if (host !== Office.HostType.Excel) {
    root.render(<OutsideExcel />);
    return;
  }
  const session = new Session(excelPort, { language: Office.context.displayLanguage });
  root.render(<App session={session} />);
  connectRibbon(session);
  // After the first paint: the core is larger than the pane.
  requestAnimationFrame(() => void session.start().then(() => fetchAhead(tasks)));
}

void start();
