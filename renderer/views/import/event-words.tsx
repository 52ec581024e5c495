import { Languages } from 'lucide-react';
import { useRef } from 'react';
import type { TablePreview } from '../../../shared/contract/import-methods';
import { eventKinds } from '../../../shared/model/vocabulary';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { Choice } from '../../widgets/choice';
import { shownPart, withEventWord, withShownPart } from './edit-mapping';
import type { FileChoice } from './file-choice';
import { adjustMapping } from './import-store';

interface EventWordsProps {
  readonly choice: FileChoice;
  readonly table: TablePreview;
}

/** A row of an extract is no event of a log. */
const meanings = eventKinds.flatMap((kind) =>
  kind === 'held' ? [] : [{ value: kind, title: t(`eventKind.${kind}`) }],
);

/** A log says what happened in words of its own: what each is read as, open to be said better. */
export function EventWords({ choice, table }: EventWordsProps) {
  const steps = table.eventWords.filter((word) => word.kind === 'step').length;
  // Once open it stays so: the words should not fold away under the hand that gives the last its meaning.
  const isOpen = useRef(false);
  isOpen.current ||= steps > 0;
  if (table.eventWords.length === 0) return null;
  const mapping = choice.mapping ?? table.mapping;
  return (
    <details className="event-words" open={isOpen.current || undefined}>
      <summary>
        <Languages size={15} aria-hidden />{' '}
        {steps === 0
          ? t('words.known', { count: table.eventWords.length })
          : t('words.steps', { steps, count: table.eventWords.length })}
      </summary>
      <ul className="event-words__list">
        {table.eventWords.map(({ word, count, kind }) => (
          <li key={word} data-unknown={kind === 'step' || undefined}>
            <Choice
              label={t('words.word', { word, rows: formatCount(count) })}
              value={kind === 'held' ? 'step' : kind}
              options={meanings}
              onChange={(meant) => {
                const changed = withEventWord(shownPart(mapping, table), word, meant);
                void adjustMapping(choice.preview.path, withShownPart(mapping, table, changed));
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
