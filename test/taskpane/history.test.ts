import { restoreHistory } from '../../src/taskpane/office/history';

// office.js gives the window's history properties of its own that are null (office-js #429); the browser's stay behind.
class BrowserHistory {
  pushState(): string {
    return 'pushed';
  }
  replaceState(): string {
    return 'replaced';
  }
}

test('the history that office.js hides is found again, and one it left alone is kept', () => {
  const hidden = Object.assign(new BrowserHistory(), { pushState: null, replaceState: null });
  restoreHistory(hidden as unknown as History);
  expect((hidden as unknown as BrowserHistory).pushState()).toBe('pushed');
  expect((hidden as unknown as BrowserHistory).replaceState()).toBe('replaced');

  const own = Object.assign(new BrowserHistory(), { pushState: () => 'its own' });
  restoreHistory(own as unknown as History);
  expect(own.pushState()).toBe('its own');
});
