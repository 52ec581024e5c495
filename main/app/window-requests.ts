// Every request of the window to the main process. Each is refused unless it comes from the main frame of
// our own page, and every argument is checked: the window is not trusted.
import {
  type BrowserWindow,
  clipboard,
  dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  type OpenDialogOptions,
  shell,
} from 'electron';
import { z } from 'zod';
import type { MethodKind } from '../../shared/contract/method';
import type { Outcome } from '../../shared/contract/outcome';
import type { Startup, ThemeChoice } from '../../shared/contract/window-bridge';
import { ExpectedFailure } from '../engine/expected-failure';
import { writeOutput } from '../engine/export/write-output';
import { channels } from './channels';
import { checkCall } from './check-call';
import type { ChosenPaths } from './chosen-paths';
import type { EngineHost } from './engine-host';
import type { NextSteps } from './menu';
import { pageOrigin } from './page-address';
import { refusePaths } from './path-arguments';
import { recentCases, withoutCase } from './recent-cases';
import type { SettingsFile } from './settings';

export interface WindowRequestsOptions {
  readonly window: BrowserWindow;
  readonly engine: EngineHost;
  readonly settings: SettingsFile;
  /** Grows with what a person chooses; no other path is taken from the page. */
  readonly chosen: ChosenPaths;
  readonly startup: () => Startup;
  readonly sampleCase: () => Promise<Outcome<string>>;
  readonly nameSteps: (steps: NextSteps) => void;
  readonly setTheme: (theme: ThemeChoice) => void;
  /** Told of every successful query, to follow which case is open. */
  readonly onAnswer: (method: string, value: unknown) => void;
}

const path = z.string().min(1).max(32_768);
const title = z.string().max(500);
const filters = z.array(z.strictObject({ name: title, extensions: z.array(z.string().max(50)) })).optional();
const openOptions = z.strictObject({
  title,
  filters,
  multiple: z.boolean().optional(),
  folders: z.boolean().optional(),
});
const remembered = z.strictObject({
  author: z.string().max(200).optional(),
  hasSeenTour: z.boolean().optional(),
  hiddenColumns: z.record(z.string().max(2000), z.array(z.string().max(100)).max(100)).optional(),
});
const nextSteps = z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() });
const saveOptions = z.strictObject({ title, suggestedName: path.optional(), filters });
const saveTextOptions = saveOptions.extend({ text: z.string().max(500_000_000) });

export function answerWindow(options: WindowRequestsOptions): void {
  const { window, engine, settings, chosen } = options;

  function handle<Schema extends z.ZodType<readonly unknown[]>>(
    channel: string,
    schema: Schema,
    answer: (args: z.infer<Schema>) => unknown,
  ): void {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isOwnPage(event, window))
        throw new Error(`${channel} was refused: it did not come from the window.`);
      const checked = schema.safeParse(args);
      if (!checked.success) throw new Error(`${channel} was refused: ${z.prettifyError(checked.error)}`);
      return answer(checked.data);
    });
  }

  function checkedCall(method: unknown, args: unknown, kind: MethodKind): ReturnType<typeof checkCall> {
    const call = checkCall(method, args, kind);
    const refusal = call.ok ? refusePaths(call.method, call.args, chosen) : null;
    return refusal === null ? call : { ok: false, error: refusal };
  }

  handle(channels.call, z.tuple([z.unknown(), z.unknown()]), async ([method, args]) => {
    const call = checkedCall(method, args, 'query');
    if (!call.ok) return call;
    const outcome = await engine.query(call.method, call.args);
    if (outcome.ok) options.onAnswer(call.method, outcome.value);
    return outcome;
  });
  handle(channels.startJob, z.tuple([z.unknown(), z.unknown()]), ([method, args]) => {
    const call = checkedCall(method, args, 'job');
    return call.ok ? { ok: true, jobId: engine.startJob(call.method, call.args) } : call;
  });
  handle(channels.cancel, z.tuple([z.string().max(100)]), ([jobId]) => engine.cancel(jobId));
  handle(channels.startup, z.tuple([]), () => options.startup());
  handle(channels.chooseToOpen, z.tuple([openOptions]), async ([choice]) => {
    const paths = await chooseToOpen(window, choice);
    chosen.chooseToRead(paths ?? []);
    return paths;
  });
  handle(channels.chooseToSave, z.tuple([saveOptions]), async ([choice]) => {
    const file = await chooseToSave(window, choice);
    if (file !== null) chosen.chooseToWrite(file);
    return file;
  });
  // From the preload script, which alone learns the path of a dropped file; the page cannot make one up.
  handle(channels.dropped, z.tuple([z.array(path)]), ([paths]) => chosen.chooseToRead(paths));
  handle(channels.saveText, z.tuple([saveTextOptions]), ([{ text, ...choice }]) =>
    saveText(window, choice, text),
  );
  handle(channels.recentCases, z.tuple([]), () => recentCases(settings));
  handle(channels.forgetRecentCase, z.tuple([path]), ([forgotten]) =>
    settings.change({ recentCases: withoutCase(settings.get().recentCases, forgotten) }),
  );
  handle(channels.sampleCase, z.tuple([]), async () => {
    const sample = await options.sampleCase();
    if (sample.ok) chosen.chooseToRead([sample.value]);
    return sample;
  });
  handle(channels.nameSteps, z.tuple([nextSteps]), ([steps]) => options.nameSteps(steps));
  handle(channels.setTheme, z.tuple([z.enum(['system', 'light', 'dark'])]), ([theme]) =>
    options.setTheme(theme),
  );
  handle(channels.remember, z.tuple([remembered]), ([{ author, hasSeenTour, hiddenColumns }]) =>
    settings.change({
      ...(author === undefined ? {} : { author }),
      ...(hasSeenTour === undefined ? {} : { hasSeenTour }),
      ...(hiddenColumns === undefined ? {} : { hiddenColumns }),
    }),
  );
  handle(channels.showInFolder, z.tuple([path]), ([shown]) => shell.showItemInFolder(shown));
  handle(channels.copyText, z.tuple([z.string().max(200_000_000)]), ([text]) => clipboard.writeText(text));
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    URL.canParse(frame.url) &&
    frame.url.startsWith(`${pageOrigin}/`)
  );
}

async function chooseToOpen(
  window: BrowserWindow,
  { title, filters, multiple, folders }: z.infer<typeof openOptions>,
): Promise<readonly string[] | null> {
  const properties: OpenDialogOptions['properties'] = [folders === true ? 'openDirectory' : 'openFile'];
  if (multiple === true) properties.push('multiSelections');
  const chosen = await dialog.showOpenDialog(window, { title, properties, ...(filters ? { filters } : {}) });
  return chosen.canceled ? null : chosen.filePaths;
}

async function chooseToSave(
  window: BrowserWindow,
  { title, suggestedName, filters }: z.infer<typeof saveOptions>,
): Promise<string | null> {
  const chosen = await dialog.showSaveDialog(window, {
    title,
    ...(suggestedName === undefined ? {} : { defaultPath: suggestedName }),
    ...(filters ? { filters } : {}),
  });
  return chosen.canceled ? null : chosen.filePath;
}

/** The page never names the file: only what a person chose in the dialog is written. */
async function saveText(
  window: BrowserWindow,
  options: z.infer<typeof saveOptions>,
  text: string,
): Promise<Outcome<string | null>> {
  const file = await chooseToSave(window, options);
  if (file === null) return { ok: true, value: null };
  try {
    await writeOutput(file, text);
    return { ok: true, value: file };
  } catch (error) {
    // Anything but an expected failure is a bug, and the call itself fails aloud.
    if (!(error instanceof ExpectedFailure)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  }
}
