import { TriangleAlert } from 'lucide-react';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { type FileChoice, stateOf } from './file-choice';
import { useImport } from './import-store';
import { MappingBar } from './mapping-bar';
import { MappingTable } from './mapping-table';
import { PatternEditor } from './pattern/pattern-editor';
import { ZoneQuestion } from './zone-question';

/** How the file shown will be read, with everything about it that can be adjusted. */
export function FilePreview() {
  const choice = useImport((state) =>
    state.choices.find((candidate) => candidate.preview.path === state.shown),
  );
  if (choice === undefined) {
    return <EmptyState icon={TriangleAlert} title={t('import.nothing')} />;
  }
  const { preview } = choice;
  return (
    <section className="file-preview" aria-label={preview.name} aria-busy={choice.isReading}>
      <header className="file-preview__header">
        <h3 className="file-preview__name">{preview.name}</h3>
        <p className="file-preview__path truncate">{preview.path}</p>
      </header>
      <PreviewBody choice={choice} />
    </section>
  );
}

function PreviewBody({ choice }: { readonly choice: FileChoice }) {
  const { preview } = choice;
  const state = stateOf(choice);
  if (state === 'known') return <p className="file-preview__note">{t('import.knownText')}</p>;
  if (state === 'unreadable') {
    return (
      <>
        <FailureState
          title={t('import.unreadable')}
          message={preview.problem ?? t('import.unreadableText')}
        />
        <PatternEditor key={preview.path} choice={choice} />
      </>
    );
  }
  if (preview.importer === 'pattern') return <PatternEditor key={preview.path} choice={choice} />;
  if (preview.table === null) {
    return (
      <div className="file-preview__note">
        <p>{preview.importerTitle}</p>
        <p>{preview.summary}</p>
      </div>
    );
  }
  return (
    <>
      <MappingBar choice={choice} table={preview.table} />
      {preview.table.kind === null && <p className="file-preview__ask">{t('import.askKind')}</p>}
      {state === 'doubtful' && preview.table.confidence < 0.6 && (
        <p className="file-preview__ask">{t('import.doubt')}</p>
      )}
      {choice.zone !== 'none' && <ZoneQuestion choice={choice} table={preview.table} />}
      {preview.problem !== null && <p className="file-preview__ask">{preview.problem}</p>}
      {preview.table.notes.length > 0 && (
        <ul className="file-preview__notes">
          {preview.table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <MappingTable choice={choice} table={preview.table} />
    </>
  );
}
