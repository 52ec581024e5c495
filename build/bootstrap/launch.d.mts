import type { ElectronApplication, Page } from 'playwright-core';

export interface LaunchOptions {
  /** The Electron executable, or a packaged app's own. */
  readonly executable: string;
  /** The folder whose app is run; null for a packaged app, which brings its own. */
  readonly app?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly casePath?: string;
  readonly theme?: 'light' | 'dark' | 'system';
  /** Of the page, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The app's own folder; without it a temporary one that `close` removes. */
  readonly userData?: string;
  readonly args?: readonly string[];
}

export interface LaunchedApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  close(): Promise<void>;
}

export declare function launchApp(options: LaunchOptions): Promise<LaunchedApp>;
export declare function sandboxArguments(): readonly string[];
