import type { ReportSection, ReportSectionKind } from '../../../shared/model/report';
import { t } from '../../strings/text';

export const sectionTitle = (kind: ReportSectionKind): string => t(`report.section.${kind}`);

/** What tells one section of a kind from another. */
export function sectionDetail(section: ReportSection): string {
  switch (section.kind) {
    case 'map':
      return section.title === '' ? t('report.noTitle') : section.title;
    case 'findings':
      return t('report.chosenFindings', { count: section.ids.length });
    case 'losses':
      return section.flow === '' ? t('report.noFlow') : section.flow;
    case 'impact':
      return section.name === '' ? t('report.noName') : section.name;
    case 'owners':
      return section.rows === 'all' ? t('report.ownersAll') : t('report.ownersGaps');
    case 'summary':
    case 'timeline':
    case 'coverage':
    case 'sources':
    case 'annex':
      return t(`report.about.${section.kind}`);
  }
}
