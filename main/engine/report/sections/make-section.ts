import type { ReportSection } from '../../../../shared/model/report';
import type { Section } from '../document/report-document';
import { annexSection } from './annex-section';
import { coverageSection } from './coverage-section';
import { findingsSection } from './findings-section';
import { impactSection } from './impact-section';
import { lossesSection } from './losses-section';
import { mapSection } from './map-section';
import { ownersSection } from './owners-section';
import type { SectionInput } from './section-input';
import { sourcesSection } from './sources-section';
import { summarySection } from './summary/summary';
import { timelineSection } from './timeline-section';

/** Makes any section: the only list of makers. Null where there is nothing to show. */
export async function makeSection(input: SectionInput, section: ReportSection): Promise<Section | null> {
  switch (section.kind) {
    case 'summary':
      return summarySection(input, section);
    case 'map':
      return mapSection(input, section);
    case 'findings':
      return findingsSection(input, section);
    case 'losses':
      return lossesSection(input, section);
    case 'impact':
      return impactSection(input, section);
    case 'timeline':
      return timelineSection(input, section);
    case 'owners':
      return ownersSection(input, section);
    case 'coverage':
      return coverageSection(input, section);
    case 'sources':
      return sourcesSection(input, section);
    case 'annex':
      return annexSection(input, section);
  }
}
