import { FileDown, FolderSearch, ListX, Trash2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SourceRow } from '../../../shared/contract/case-methods';
import { bridge } from '../../api';
import { formatBytes, formatCount, formatMoment } from '../../strings/format';
import { kindText } from '../../strings/kind-text';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Facts } from '../../widgets/facts';
import { mappingLines } from './mapping-lines';
import { RemoveSourceDialog } from './remove-source-dialog';
import { saveRejected } from './save-rejected';
import './source-details.css';

interface SourceDetailsProps {
  readonly source: SourceRow;
  readonly onClose: () => void;
  readonly onShowIssues: () => void;
}

export function SourceDetails({ source, onClose, onShowIssues }: SourceDetailsProps) {
  const [isRemoving, setRemoving] = useState(false);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('sources.kind'), kindText(source.kind)],
    [
      t('sources.importer'),
      t('sources.importerVersion', { importer: source.importer, version: String(source.importerVersion) }),
    ],
    [
      t('sources.rows'),
      t('sources.sum', { rows: source.rows, accepted: source.accepted, rejected: source.rejected }),
    ],
    [t('sources.issues'), formatCount(source.issues)],
    [t('sources.encoding'), source.encoding],
    [t('sources.size'), formatBytes(source.bytes)],
    [t('sources.importedAt'), formatMoment(source.importedAt)],
    [t('sources.path'), source.path],
    [
      'SHA-256',
      <span key="hash" className="mono">
        {source.sha256}
      </span>,
    ],
  ];
  return (
    <aside className="source-details" aria-label={source.name}>
      <header className="source-details__header">
        <h2 className="source-details__title truncate">{source.name}</h2>
        <IconButton icon={X} label={t('common.closePanel')} onClick={onClose} />
      </header>
      <section className="source-details__body" aria-label={source.name}>
        <div className="source-details__tools">
          <Button icon={FolderSearch} onClick={() => void bridge.showInFolder(source.path)}>
            {t('evidence.showFile')}
          </Button>
          <Button icon={ListX} onClick={onShowIssues} disabled={source.issues === 0}>
            {t('sources.showIssues')}
          </Button>
          <Button icon={FileDown} onClick={() => void saveRejected(source)} disabled={source.rejected === 0}>
            {t('sources.saveRejected')}
          </Button>
          <Button icon={Trash2} variant="danger" onClick={() => setRemoving(true)}>
            {t('sources.remove')}
          </Button>
        </div>
        <Facts rows={facts} />
        {source.notes.length > 0 && (
          <>
            <h3 className="source-details__heading">{t('sources.notes')}</h3>
            <ul className="source-details__notes">
              {source.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        )}
        <h3 className="source-details__heading">{t('sources.mapping')}</h3>
        <Facts rows={mappingLines(source.mapping)} />
      </section>
      <RemoveSourceDialog source={source} isOpen={isRemoving} onClose={() => setRemoving(false)} />
    </aside>
  );
}
