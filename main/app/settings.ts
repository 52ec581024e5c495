import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What the app remembers between starts. Nothing of a case is in it but the case's path and title. */
const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Name under which statements are made. */
  author: z.string().catch(''),
  hasSeenTour: z.boolean().catch(false),
  /** Columns that are hidden, by table; a table is named by the columns that it has. */
  hiddenColumns: z.record(z.string(), z.array(z.string())).catch({}),
  window: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      isMaximised: z.boolean(),
    })
    .nullable()
    .catch(null),
  recentCases: z
    .array(z.object({ path: z.string(), title: z.string(), openedAt: z.string() }))
    .readonly()
    .catch([]),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type RememberedCase = Settings['recentCases'][number];

/** A small JSON file, written whole on every change; an unreadable one counts as empty. */
export class SettingsFile {
  private settings: Settings;

  constructor(private readonly path: string) {
    this.settings = settingsSchema.parse(readJson(path));
  }

  get(): Settings {
    return this.settings;
  }

  change(part: Partial<Settings>): void {
    this.settings = { ...this.settings, ...part };
    mkdirSync(dirname(this.path), { recursive: true });
    const beside = `${this.path}.tmp`;
    writeFileSync(beside, `${JSON.stringify(this.settings, null, 2)}\n`);
    renameSync(beside, this.path);
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) ?? {};
  } catch {
    return {};
  }
}
