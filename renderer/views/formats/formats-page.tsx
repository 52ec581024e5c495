import { Search } from 'lucide-react';
import { useState } from 'react';
import type { ImporterInfo } from '../../../shared/contract/import-methods';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { FailureState } from '../../widgets/failure-state';
import { TextField } from '../../widgets/text-field';
import { matchingFormats } from './matching-formats';
import './formats.css';

/** Every format that can be read: how it is recognised, what is read of it and what is dropped. */
export function FormatsPage() {
  const answer = useAnswer('import.importers', {});
  const [text, setText] = useState('');
  const all = answer.value ?? [];
  const found = matchingFormats(all, text);
  return (
    <section className="formats" aria-label={t('help.page.formats')} {...scrollable}>
      <p className="formats__lead">{t('formats.lead')}</p>
      <div className="formats__search">
        <TextField
          label={t('formats.filter')}
          isLabelShown={false}
          icon={Search}
          placeholder={t('formats.filter')}
          value={text}
          onChange={setText}
        />
        <p className="formats__count" role="status">
          {found.length === all.length
            ? t('formats.count', { count: all.length })
            : t('formats.countOf', { shown: found.length, total: all.length })}
        </p>
      </div>
      {answer.failure !== null && (
        <FailureState title={t('formats.failed')} message={answer.failure.message} />
      )}
      {found.length === 0 && all.length > 0 && <p>{t('formats.none', { text })}</p>}
      <ul className="formats__list">
        {found.map((format) => (
          <Format key={format.id} format={format} />
        ))}
      </ul>
    </section>
  );
}

/** A long list must be reachable by the keys that scroll. */
const scrollable = { tabIndex: 0 };

function Format({ format }: { readonly format: ImporterInfo }) {
  return (
    <li className="formats__item">
      <h3>{format.title}</h3>
      <p className="formats__id">
        {t('formats.version', { id: format.id, version: String(format.version) })}
      </p>
      <dl>
        <dt>{t('formats.recognised')}</dt>
        <dd>{format.detects}</dd>
        <dt>{t('formats.read')}</dt>
        <dd>{format.fields.join(', ')}</dd>
        <dt>{t('formats.dropped')}</dt>
        <dd>{format.drops.length === 0 ? t('formats.nothingDropped') : format.drops.join('; ')}</dd>
      </dl>
    </li>
  );
}
