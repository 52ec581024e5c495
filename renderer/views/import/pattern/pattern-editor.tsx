import { useEffect, useState } from 'react';
import type { PatternPreview } from '../../../../shared/contract/import-methods';
import type { Mapping } from '../../../../shared/model/mapping';
import { useAnswer } from '../../../state/use-answer';
import { t } from '../../../strings/text';
import { Button } from '../../../widgets/button';
import { Choice } from '../../../widgets/choice';
import { TextField } from '../../../widgets/text-field';
import type { FileChoice } from '../file-choice';
import { adjustMapping } from '../import-store';
import { zoneOptions } from '../zone-options';
import { PatternLines } from './pattern-lines';
import './pattern.css';

const examples = {
  regex: '(?<time>\\S+) (?<event>\\w+)',
  grok: '%{TIMESTAMP_ISO8601:time} %{WORD:event}',
};
const start = '%{TIMESTAMP_ISO8601:time} %{GREEDYDATA:event}';

/** A text log that no format fits is read with a pattern, tried on its first lines as it is typed. */
export function PatternEditor({ choice }: { readonly choice: FileChoice }) {
  const { path } = choice.preview;
  const used = choice.mapping?.pattern ?? null;
  const usedZone = choice.mapping?.time?.zone ?? null;
  const [pattern, setPattern] = useState(used ?? start);
  const [zone, setZone] = useState(usedZone);
  // A mapping that was saved brings its pattern.
  useEffect(() => {
    if (used !== null) setPattern(used);
    setZone(usedZone);
  }, [used, usedZone]);
  const mapping: Mapping = zone === null ? {} : { time: { zone } };
  const answer = useAnswer(
    'import.previewPattern',
    pattern.trim() === '' ? null : { path, pattern, mapping },
  );
  const preview = answer.value;
  const canBeUsed =
    preview !== null &&
    preview.problem === null &&
    preview.matched > 0 &&
    !answer.isLoading &&
    (pattern !== used || zone !== usedZone);
  // What is no text has no lines to try a pattern on.
  if (answer.failure !== null || (preview !== null && !isText(preview))) return null;
  return (
    <section className="pattern" aria-label={t('pattern.title')}>
      <h4 className="pattern__title">{t('pattern.title')}</h4>
      <p className="pattern__hint">{t('pattern.intro')}</p>
      <form
        className="pattern__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (canBeUsed)
            void adjustMapping(path, { ...choice.mapping, ...mapping, importer: 'pattern', pattern });
        }}
      >
        <TextField
          label={t('pattern.label')}
          isWide
          value={pattern}
          onChange={setPattern}
          maxLength={10_000}
          aria-invalid={preview?.problem != null}
        />
        <Button variant="primary" type="submit" disabled={!canBeUsed}>
          {t('pattern.use')}
        </Button>
      </form>
      <p className="pattern__hint">{t('pattern.hint', examples)}</p>
      {preview !== null && preview.zone !== null && (
        <Choice
          label={t('pattern.zone')}
          value={zone ?? preview.zone}
          options={zoneOptions()}
          onChange={setZone}
        />
      )}
      {preview !== null && <Tried preview={preview} isUsed={pattern === used && zone === usedZone} />}
    </section>
  );
}

const isText = ({ lines }: PatternPreview) =>
  lines.length > 0 && !lines.some((line) => line.text.includes('\u0000'));

function Tried({ preview, isUsed }: { readonly preview: PatternPreview; readonly isUsed: boolean }) {
  return (
    <>
      {preview.problem !== null && (
        <p className="file-preview__ask" role="status">
          {preview.problem}
        </p>
      )}
      {preview.problem === null && (
        <p role="status">
          {t('pattern.matched', { matched: preview.matched, total: preview.lines.length })}{' '}
          {preview.timeFormat !== null && t('pattern.time', { format: preview.timeFormat })}{' '}
          {isUsed && t('pattern.isUsed')}
        </p>
      )}
      {preview.notes.length > 0 && (
        <ul className="file-preview__notes">
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <PatternLines preview={preview} />
    </>
  );
}
