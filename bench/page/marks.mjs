/**
 * Runs in the page and in the frame of the add-in before any of their scripts: notes when each thing that a person
 * waits for is there, in milliseconds since the page was asked for.
 */
export function noteMarks() {
  const top = window.top;
  top.marks ??= {};
  const since = () => performance.timeOrigin + performance.now() - top.performance.timeOrigin;
  const note = (name) => (top.marks[name] ??= since());
  const poll = (name, isThere) => {
    const timer = setInterval(() => {
      if (!isThere()) return;
      note(name);
      clearInterval(timer);
    }, 4);
  };
  // The one question of office.js on http; answered here, it costs no round trip to the bench.
  window.confirm = () => true;
  if (window === top) {
    const host = () => window.excelSimule?.current?.host;
    poll('workbook', () => host() !== undefined);
    poll('grid', () => document.querySelector('#grid canvas') !== null);
    // By the page's first script; by the host where the grid was there before the add-in.
    poll('frame', () => {
      void window.excelPane?.first.registered.then(() => note('functions'));
      return window.excelPane !== undefined;
    });
    poll('functions', () => host()?.functions.isReady === true);
    poll('value', () => typeof host()?.valueAt(window.firstValue.sheet(), 0, 51) === 'number');
    window.firstValue = {
      sheet: () => window.excelSimule.current.workbook.getSheetOrders()[0],
    };
    return;
  }
  addEventListener('DOMContentLoaded', () => void window.Office?.onReady(() => note('office')));
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) top.marks.paint ??= performance.timeOrigin + paint.startTime - top.performance.timeOrigin;
  }).observe({ type: 'paint', buffered: true });
  poll('pane', () => document.getElementById('pane')?.textContent.includes('Les étapes') === true);
}

/** The same work in every run, in the same browser: what the machine is worth at that moment, in milliseconds. */
export function calibrate() {
  const start = performance.now();
  const counts = new Map();
  for (let at = 0, seed = 1; at < 400_000; at++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const key = `k${seed % 5000}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return performance.now() - start;
}
