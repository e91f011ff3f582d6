import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { loadCatalogue, registerInExcel } from '../functions';
import { App } from './app';
import { loadEngine } from './engine';
import { OutsideExcel } from './outside-excel';
import { restoreHistory } from './office/history';
import { excelPort } from './office/port';
import { connectRibbon } from './office/ribbon';
import { Session } from './session';
import { tasksFor } from './tasks';
import { painted } from './ui/after-paint';
import { fetchAhead } from './ui/task-view';

// First: cells may be waiting for their values.
registerInExcel();
// In parallel with office.js; a failure is told to whoever asks for it again.
void loadCatalogue().catch(() => undefined);

async function start(): Promise<void> {
  const { host } = await Office.onReady();
  restoreHistory(window.history);
  const root = createRoot(document.getElementById('pane') ?? document.body);
  if (host !== Office.HostType.Excel) {
    root.render(<OutsideExcel />);
    return;
  }
  const session = new Session(excelPort, { language: Office.context.displayLanguage });
  flushSync(() => root.render(<App session={session} />));
  connectRibbon(session);
  await painted();
  // Beside the first calls to Excel, which need none of it; a failure is told to whoever asks for it again.
  void loadEngine().catch(() => undefined);
  await session.start();
  await fetchAhead(tasksFor(session.store.get().workbook?.kind));
}

void start();
