// Loaded before the app's own code when Playwright drives it. Playwright attaches to whatever page there is. A
// page whose first navigation is committed in that very moment is shown to it as still empty, the navigation is
// never announced, and Playwright waits for it until its time is up. So the app becomes ready only when Playwright
// is attached: it then calls `__playwright_run` in the main process.
const { app } = require('electron');

const whenReady = app.whenReady.bind(app);
const driven = new Promise((resolve) => {
  globalThis.__playwright_run = resolve;
});
app.whenReady = () => driven.then(whenReady);
