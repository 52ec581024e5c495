// Runs sandboxed beside the page: hands it one narrow object and nothing of Electron.
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { JobEvent, WindowBridge, WindowCommand } from '../../shared/contract/window-bridge';
import { channels } from './channels';
import { pageAddress } from './page-address';

type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0];

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const onMessage = (_event: IpcRendererEvent, value: T) => listener(value);
  ipcRenderer.on(channel, onMessage);
  return () => ipcRenderer.removeListener(channel, onMessage);
}

/** Commands may come before the page listens (a file opened by the system at the start): they wait for it. */
const early: WindowCommand[] = [];
const keepEarly = (_event: IpcRendererEvent, command: WindowCommand) => early.push(command);
ipcRenderer.on(channels.command, keepEarly);

function onCommand(listener: (command: WindowCommand) => void): () => void {
  ipcRenderer.removeListener(channels.command, keepEarly);
  for (const command of early.splice(0)) listener(command);
  return listen<WindowCommand>(channels.command, listener);
}

/** The main process hears of them first: it takes no path from the page that nobody chose. */
function pathsOfDropped(files: readonly unknown[]): readonly string[] {
  // What was dragged out of another program, such as a picture of a web page, lies nowhere and has no path.
  const paths = files
    .map((file) => webUtils.getPathForFile(file as DroppedFile))
    .filter((path) => path !== '');
  void ipcRenderer.invoke(channels.dropped, paths);
  return paths;
}

const bridge: WindowBridge = {
  call: (method, args) => ipcRenderer.invoke(channels.call, method, args),
  startJob: (method, args) => ipcRenderer.invoke(channels.startJob, method, args),
  cancel: (jobId) => ipcRenderer.invoke(channels.cancel, jobId),
  onJob: (listener) => listen<JobEvent>(channels.jobEvent, listener),
  onCommand,
  pathsOf: pathsOfDropped,
  startup: () => ipcRenderer.invoke(channels.startup),
  chooseToOpen: (options) => ipcRenderer.invoke(channels.chooseToOpen, options),
  chooseToSave: (options) => ipcRenderer.invoke(channels.chooseToSave, options),
  saveText: (options) => ipcRenderer.invoke(channels.saveText, options),
  recentCases: () => ipcRenderer.invoke(channels.recentCases),
  forgetRecentCase: (path) => ipcRenderer.invoke(channels.forgetRecentCase, path),
  sampleCase: () => ipcRenderer.invoke(channels.sampleCase),
  nameSteps: (steps) => ipcRenderer.invoke(channels.nameSteps, steps),
  setTheme: (theme) => ipcRenderer.invoke(channels.setTheme, theme),
  remember: (part) => ipcRenderer.invoke(channels.remember, part),
  showInFolder: (path) => ipcRenderer.invoke(channels.showInFolder, path),
  copyText: (text) => ipcRenderer.invoke(channels.copyText, text),
};

// Any other document that might ever be shown here gets nothing.
const { location } = globalThis as unknown as { readonly location: { readonly href: string } };
if (location.href === pageAddress) contextBridge.exposeInMainWorld('whereabouts', bridge);
