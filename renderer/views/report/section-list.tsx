import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import {
  type ReportDefinition,
  type ReportSectionKind,
  reportSectionKinds,
} from '../../../shared/model/report';
import { announce } from '../../state/notices-store';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Choice } from '../../widgets/choice';
import { addSection, moveSection, newSection, removeSection } from './edit-definition';
import { editReport, useReport } from './report-store';
import { sectionDetail, sectionTitle } from './section-words';

const dragType = 'application/x-whereabouts-section';

interface SectionListProps {
  readonly definition: ReportDefinition;
  /** Called when a section is chosen, so that its page can be shown. */
  readonly onChoose: (index: number) => void;
}

/** What the report holds, in order: to choose, move, take out and add. */
export function SectionList({ definition, onChoose }: SectionListProps) {
  const chosen = useReport((state) => state.chosen);
  const [kind, setKind] = useState<ReportSectionKind>('map');
  const [dragged, setDragged] = useState<number | null>(null);
  const { sections } = definition;

  const move = (from: number, to: number) => {
    if (to < 0 || to >= sections.length) return;
    editReport((current) => moveSection(current, from, to), to);
    announce(t('report.moved', { place: to + 1, count: sections.length }));
  };
  const remove = (at: number) => {
    const section = sections[at];
    editReport((current) => removeSection(current, at), Math.max(0, at - 1));
    if (section !== undefined) announce(t('report.removed', { title: sectionTitle(section.kind) }));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.altKey && event.key === 'ArrowUp') move(index, index - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(index, index + 1);
    else if (event.key === 'Delete') remove(index);
    else return;
    event.preventDefault();
  };
  const onDrop = (event: DragEvent, to: number) => {
    if (dragged === null || !event.dataTransfer.types.includes(dragType)) return;
    event.preventDefault();
    event.stopPropagation();
    move(dragged, to);
    setDragged(null);
  };

  return (
    <section className="report__sections" aria-label={t('report.sections')}>
      <ol className="report__list" aria-describedby="report-list-hint">
        {sections.map((section, index) => (
          <li
            key={`${section.kind} ${sections.slice(0, index).filter((one) => one.kind === section.kind).length}`}
            className="report__item"
            data-chosen={index === chosen || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(dragType, String(index));
              event.dataTransfer.effectAllowed = 'move';
              setDragged(index);
            }}
            onDragOver={(event) => {
              if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
            }}
            onDrop={(event) => onDrop(event, index)}
            onDragEnd={() => setDragged(null)}
          >
            <button
              type="button"
              className="report__choose"
              aria-current={index === chosen ? 'true' : undefined}
              onClick={() => {
                useReport.setState({ chosen: index });
                onChoose(index);
              }}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <span className="report__item-title">{sectionTitle(section.kind)}</span>
              <span className="report__item-detail truncate">{sectionDetail(section)}</span>
            </button>
            {index === chosen && (
              <span className="report__item-tools">
                <IconButton
                  icon={ArrowUp}
                  label={t('report.moveUp', { title: sectionTitle(section.kind) })}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={t('report.moveDown', { title: sectionTitle(section.kind) })}
                  disabled={index === sections.length - 1}
                  onClick={() => move(index, index + 1)}
                />
                <IconButton
                  icon={Trash2}
                  label={t('report.remove', { title: sectionTitle(section.kind) })}
                  onClick={() => remove(index)}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      <p id="report-list-hint" className="report__hint">
        {t('report.listHint')}
      </p>
      <form
        className="report__add"
        onSubmit={(event) => {
          event.preventDefault();
          const after = sections.length === 0 ? -1 : chosen;
          editReport((current) => addSection(current, after, newSection(kind)), after + 1);
          announce(t('report.added', { title: sectionTitle(kind) }));
        }}
      >
        <Choice
          label={t('report.addWhat')}
          isLabelShown={false}
          value={kind}
          options={reportSectionKinds.map((value) => ({ value, title: sectionTitle(value) }))}
          onChange={setKind}
        />
        <Button type="submit" icon={Plus}>
          {t('report.add')}
        </Button>
      </form>
    </section>
  );
}
