import type { ReportDefinition, ReportSection } from '../../../shared/model/report';
import { t } from '../../strings/text';
import { Segments } from '../../widgets/segments';
import { changeSection } from './edit-definition';
import { FindingsOptions } from './findings-options';
import { FlowOptions } from './flow-options';
import { MapOptions } from './map-options';
import { NameField } from './name-field';
import { editReport } from './report-store';
import { sectionTitle } from './section-words';

interface SectionOptionsProps {
  readonly definition: ReportDefinition;
  readonly index: number;
}

/** What can be decided about the chosen section. */
export function SectionOptions({ definition, index }: SectionOptionsProps) {
  const section = definition.sections[index];
  if (section === undefined) return <p className="report__hint">{t('report.noSection')}</p>;
  const change = (changed: ReportSection) => editReport((current) => changeSection(current, index, changed));
  return (
    <div className="report__options">
      <h2 className="report__options-title">{sectionTitle(section.kind)}</h2>
      <Fields section={section} change={change} />
    </div>
  );
}

function Fields({
  section,
  change,
}: {
  readonly section: ReportSection;
  readonly change: (section: ReportSection) => void;
}) {
  switch (section.kind) {
    case 'map':
      return <MapOptions section={section} change={change} />;
    case 'findings':
      return <FindingsOptions section={section} change={change} />;
    case 'losses':
      return <FlowOptions section={section} change={change} />;
    case 'impact':
      return (
        <NameField
          label={t('report.fails')}
          value={section.name}
          onChange={(name) => change({ ...section, name })}
        />
      );
    case 'owners':
      return (
        <Segments
          label={t('report.section.owners')}
          value={section.rows}
          options={[
            { value: 'gaps', title: t('report.ownersGaps') },
            { value: 'all', title: t('report.ownersAll') },
          ]}
          onChange={(rows) => change({ ...section, rows })}
        />
      );
    case 'summary':
    case 'timeline':
    case 'coverage':
    case 'sources':
    case 'annex':
      return <p className="report__hint">{t(`report.hint.${section.kind}`)}</p>;
  }
}
