import type { Failure, Outcome, Progress } from './outcome';

export type JobId = string;

/** What a job says while it runs; `finished` is its last word. */
export type JobEvent =
  | { readonly type: 'progress'; readonly jobId: JobId; readonly progress: Progress }
  | { readonly type: 'finished'; readonly jobId: JobId; readonly outcome: Outcome<unknown> };

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface FileFilter {
  readonly name: string;
  /** Without the dot; `*` for any. */
  readonly extensions: readonly string[];
}

export interface RecentCase {
  readonly path: string;
  readonly title: string;
  /** ISO 8601 UTC. */
  readonly openedAt: string;
  readonly exists: boolean;
}

/** What a person need not be asked twice, on this computer only. */
export interface Remembered {
  /** Name under which statements are made; empty until one was given. */
  readonly author: string;
  readonly hasSeenTour: boolean;
  /** Columns that are hidden, by table; a table that is not named shows what it shows at first. */
  readonly hiddenColumns: Readonly<Record<string, readonly string[]>>;
}

/** What the app was started with: a case on the command line or from the file association. */
export interface Startup {
  readonly openCase: string | null;
  readonly theme: ThemeChoice;
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly version: string;
  readonly locale: string;
  readonly remembered: Remembered;
}

/** A command from the native menu, or from outside (`open-case` with the path of a file opened by the system). */
export interface WindowCommand {
  readonly id: string;
  readonly path?: string;
}

/**
 * Everything the sandboxed window may ask of the outside, as `window.whereabouts`. Nothing throws across
 * it: an expected failure comes back as an `Outcome`. Listeners return the function that removes them.
 */
export interface WindowBridge {
  call(method: string, args: unknown): Promise<Outcome<unknown>>;
  startJob(
    method: string,
    args: unknown,
  ): Promise<{ readonly ok: true; readonly jobId: JobId } | { readonly ok: false; readonly error: Failure }>;
  cancel(jobId: JobId): Promise<void>;
  onJob(listener: (event: JobEvent) => void): () => void;
  onCommand(listener: (command: WindowCommand) => void): () => void;
  /** Paths of dropped or chosen `File` objects (`webUtils.getPathForFile`), in the same order. */
  pathsOf(files: readonly unknown[]): readonly string[];
  startup(): Promise<Startup>;
  /** Null when the person cancels. */
  chooseToOpen(options: {
    readonly title: string;
    readonly filters?: readonly FileFilter[];
    readonly multiple?: boolean;
    readonly folders?: boolean;
  }): Promise<readonly string[] | null>;
  chooseToSave(options: {
    readonly title: string;
    readonly suggestedName?: string;
    readonly filters?: readonly FileFilter[];
  }): Promise<string | null>;
  /** Writes a text where the person chooses; the path comes back, null when they cancel. */
  saveText(options: {
    readonly title: string;
    readonly suggestedName: string;
    readonly filters: readonly FileFilter[];
    readonly text: string;
  }): Promise<Outcome<string | null>>;
  recentCases(): Promise<readonly RecentCase[]>;
  forgetRecentCase(path: string): Promise<void>;
  /** Path of the sample case, made if need be. */
  sampleCase(): Promise<Outcome<string>>;
  /** What undo and redo would do now, in words for the menu; null where there is nothing to do. */
  nameSteps(steps: { readonly undo: string | null; readonly redo: string | null }): Promise<void>;
  setTheme(theme: ThemeChoice): Promise<void>;
  remember(part: Partial<Remembered>): Promise<void>;
  showInFolder(path: string): Promise<void>;
  copyText(text: string): Promise<void>;
}
