import { TriangleAlert } from 'lucide-react';
import type { TablePreview } from '../../../shared/contract/import-methods';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { sheetOf } from './edit-mapping';
import { EventWords } from './event-words';
import { type FileChoice, stateOf } from './file-choice';
import { adjustMapping, useImport } from './import-store';
import { MappingBar } from './mapping-bar';
import { MappingTable } from './mapping-table';
import { PatternEditor } from './pattern/pattern-editor';
import { ReadAsTable } from './read-as-table';
import { SavedMappings } from './saved-mappings';
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
        {takesMapping(choice) && (
          <div className="file-preview__mappings">
            <SavedMappings
              name={preview.name}
              mapping={choice.mapping ?? preview.table?.mapping ?? null}
              onUse={(mapping) => void adjustMapping(preview.path, mapping)}
            />
          </div>
        )}
      </header>
      <PreviewBody choice={choice} />
    </section>
  );
}

/** Tables and text logs; a format that says itself what it holds is read in one way only. */
function takesMapping(choice: FileChoice): boolean {
  const { table, importer } = choice.preview;
  return stateOf(choice) !== 'known' && (table !== null || importer === null || importer === 'pattern');
}

function PreviewBody({ choice }: { readonly choice: FileChoice }) {
  const { preview } = choice;
  const state = stateOf(choice);
  if (state === 'known') return <p className="file-preview__note">{t('import.knownText')}</p>;
  if (state === 'unreadable') {
    return (
      <>
        {preview.isText ? (
          <p className="file-preview__ask">{preview.problem ?? t('import.unreadableText')}</p>
        ) : (
          <FailureState
            title={t('import.unreadable')}
            message={preview.problem ?? t('import.unreadableText')}
          />
        )}
        {preview.isText && <ReadAsTable choice={choice} />}
        <PatternEditor key={preview.path} choice={choice} />
      </>
    );
  }
  if (preview.importer === 'pattern') return <PatternEditor key={preview.path} choice={choice} />;
  if (preview.table === null) {
    return (
      <div className="file-preview__note">
        <p>{preview.importerTitle}</p>
        {preview.summary !== preview.importerTitle && <p>{preview.summary}</p>}
      </div>
    );
  }
  return (
    <>
      <MappingBar choice={choice} table={preview.table} />
      {preview.table.kind === null && <p className="file-preview__ask">{t(askOf(choice, preview.table))}</p>}
      {state === 'doubtful' && preview.table.kind !== null && preview.table.confidence < 0.6 && (
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
      <EventWords key={preview.path} choice={choice} table={preview.table} />
      <MappingTable choice={choice} table={preview.table} />
    </>
  );
}

/** A sheet among others need not be a table; a file that is imported must be one. */
function askOf(choice: FileChoice, table: TablePreview) {
  const mapping = choice.mapping ?? table.mapping;
  const sheet = sheetOf(mapping, table);
  if (sheet === null) return 'import.askKind';
  return mapping.sheets?.[sheet]?.skip === true ? 'mapping.sheetSkipped' : 'mapping.noTable';
}
