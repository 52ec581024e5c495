import { formatBytes } from '../../strings/format';
import { kindText } from '../../strings/kind-text';
import { t } from '../../strings/text';
import { Tag, type Tone } from '../../widgets/tag';
import { type FileChoice, type FileState, stateOf } from './file-choice';
import { includeFile, showFile, useImport } from './import-store';

const tones: Readonly<Record<FileState, Tone>> = {
  ready: 'good',
  doubtful: 'warn',
  question: 'warn',
  known: 'quiet',
  unreadable: 'bad',
};

export function FileList() {
  const choices = useImport((state) => state.choices);
  const shown = useImport((state) => state.shown);
  return (
    <section className="file-list" aria-label={t('import.files')}>
      <ul>
        {choices.map((choice) => (
          <FileItem key={choice.preview.path} choice={choice} isShown={choice.preview.path === shown} />
        ))}
      </ul>
    </section>
  );
}

function FileItem({ choice, isShown }: { readonly choice: FileChoice; readonly isShown: boolean }) {
  const { preview } = choice;
  const state = stateOf(choice);
  const canImport = state !== 'known' && state !== 'unreadable';
  return (
    <li className="file-list__item" data-shown={isShown || undefined}>
      <input
        type="checkbox"
        className="check__box"
        aria-label={t('import.include', { file: preview.name })}
        checked={canImport && choice.isIncluded}
        disabled={!canImport}
        onChange={(event) => includeFile(preview.path, event.target.checked)}
      />
      <button
        type="button"
        className="file-list__show"
        aria-current={isShown || undefined}
        title={preview.path}
        onClick={() => showFile(preview.path)}
      >
        <span className="file-list__name truncate">{preview.name}</span>
        <span className="file-list__facts">
          <Tag tone={state === 'unreadable' && preview.isText ? 'warn' : tones[state]} isBare>
            {state === 'ready' || state === 'doubtful' ? whatItIs(choice) : t(wordsOf(choice, state))}
          </Tag>
          <span className="file-list__size numeric">{formatBytes(preview.bytes)}</span>
        </span>
      </button>
    </li>
  );
}

/** Text of no format known is not lost: a person can say how it is read. */
function wordsOf({ preview }: FileChoice, state: 'question' | 'known' | 'unreadable') {
  return state === 'unreadable' && preview.isText
    ? 'import.state.unrecognised'
    : (`import.state.${state}` as const);
}

function whatItIs({ preview }: FileChoice): string {
  const sheets = Object.values(preview.table?.mapping.sheets ?? {});
  const kinds = new Set(sheets.flatMap((sheet) => (sheet.kind === undefined ? [] : [sheet.kind])));
  if (kinds.size > 0) return kindText([...kinds].join('+'));
  const kind = preview.table?.kind;
  if (kind !== null && kind !== undefined) return t(`kind.${kind}`);
  return preview.summary ?? preview.importerTitle ?? '';
}
