import type { ImportPreview } from '../../../shared/contract/import-methods';
import type { Mapping } from '../../../shared/model/mapping';

/** One file on its way in: how it will be read, and what the person has decided about it. */
export interface FileChoice {
  readonly preview: ImportPreview;
  /** The mapping as adjusted; null while what was detected stands. */
  readonly mapping: Mapping | null;
  readonly isIncluded: boolean;
  /**
   * Local times without a zone: `assumed` until the person has said which clock wrote them. A changed
   * mapping carries the assumed zone, so that the engine no longer asks: the question is kept here.
   */
  readonly zone: 'none' | 'assumed' | 'settled';
  /** A changed mapping is being tried out. */
  readonly isReading: boolean;
}

/**
 * `ready`; `doubtful`: readable, worth a look; `question`: nothing is imported until it is answered;
 * `known`: these very bytes are in the case; `unreadable`.
 */
export type FileState = 'ready' | 'doubtful' | 'question' | 'known' | 'unreadable';

const sureEnough = 0.6;

export function zoneOf(choice: FileChoice): string | null {
  return choice.mapping?.time?.zone ?? choice.preview.table?.zone ?? null;
}

/** The question of the zone after a preview: once asked it stays, once settled it is not asked again. */
export function zoneAfter(before: FileChoice['zone'], preview: ImportPreview): FileChoice['zone'] {
  return before === 'none' && preview.table?.needsZone === true ? 'assumed' : before;
}

export function stateOf(choice: FileChoice): FileState {
  const { preview } = choice;
  if (preview.alreadyImported) return 'known';
  if (preview.importer === null) return 'unreadable';
  const { table } = preview;
  if (table === null) return preview.problem === null ? 'ready' : 'unreadable';
  const isNoTable = table.kind === null;
  const hasOtherTables = Object.values(table.mapping.sheets ?? {}).some((sheet) => sheet.skip !== true);
  if ((isNoTable && !hasOtherTables) || (choice.zone === 'assumed' && zoneOf(choice) === null))
    return 'question';
  const isGuess = !isNoTable && table.confidence < sureEnough && choice.mapping === null;
  return isGuess || choice.zone === 'assumed' ? 'doubtful' : 'ready';
}

export function choiceOf(preview: ImportPreview): FileChoice {
  const choice: FileChoice = {
    preview,
    mapping: null,
    isIncluded: true,
    zone: zoneAfter('none', preview),
    isReading: false,
  };
  return { ...choice, isIncluded: canBeImported(choice) };
}

export function canBeImported(choice: FileChoice): boolean {
  return ['ready', 'doubtful', 'question'].includes(stateOf(choice));
}

/** The files that an import would take now. */
export function chosenFiles(choices: readonly FileChoice[]): readonly FileChoice[] {
  return choices.filter((choice) => choice.isIncluded && canBeImported(choice));
}

/** Files that wait for an answer; an import starts when there are none. */
export function openQuestions(choices: readonly FileChoice[]): readonly FileChoice[] {
  return chosenFiles(choices).filter((choice) => stateOf(choice) === 'question');
}

/** What `import.run` is given: the mapping that was shown, so that what was seen is what happens. */
export function importArguments(choices: readonly FileChoice[]) {
  return chosenFiles(choices).map((choice) => {
    const mapping = choice.mapping ?? choice.preview.table?.mapping;
    return {
      path: choice.preview.path,
      ...(mapping === undefined ? {} : { mapping }),
      ...(choice.preview.importer === null ? {} : { importer: choice.preview.importer }),
    };
  });
}
