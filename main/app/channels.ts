/** Names of the messages between the window's preload script and the main process: one a bridge method. */
export const channels = {
  call: 'engine.call',
  startJob: 'engine.start-job',
  cancel: 'engine.cancel',
  jobEvent: 'engine.job-event',
  command: 'app.command',
  startup: 'app.startup',
  chooseToOpen: 'app.choose-to-open',
  chooseToSave: 'app.choose-to-save',
  saveText: 'app.save-text',
  recentCases: 'app.recent-cases',
  forgetRecentCase: 'app.forget-recent-case',
  sampleCase: 'app.sample-case',
  setTheme: 'app.set-theme',
  remember: 'app.remember',
  showInFolder: 'app.show-in-folder',
  copyText: 'app.copy-text',
} as const;
