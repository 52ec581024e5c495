import type { ReportPreview } from '../../../shared/contract/report-methods';
import { type ReportDefinition, reportPapers } from '../../../shared/model/report';
import { t } from '../../strings/text';
import { Segments } from '../../widgets/segments';
import { TextField } from '../../widgets/text-field';
import { RedactionRules } from './redaction-rules';
import { editReport } from './report-store';

interface ReportOptionsProps {
  readonly definition: ReportDefinition;
  readonly redacted: ReportPreview['redacted'];
}

/** What can be decided about the report as a whole. */
export function ReportOptions({ definition, redacted }: ReportOptionsProps) {
  return (
    <div className="report__options">
      <TextField
        label={t('report.title')}
        isWide
        value={definition.title}
        onChange={(title) => editReport((current) => ({ ...current, title: title.slice(0, 300) }))}
      />
      {definition.title.trim() === '' && (
        <p className="report__hint report__hint--wrong">{t('report.titleNeeded')}</p>
      )}
      <Segments
        label={t('report.paper')}
        value={definition.paper}
        options={reportPapers.map((value) => ({ value, title: t(`report.paper.${value}`) }))}
        onChange={(paper) => editReport((current) => ({ ...current, paper }))}
      />
      <TextField
        label={t('report.marking')}
        isWide
        value={definition.marking}
        onChange={(marking) => editReport((current) => ({ ...current, marking: marking.slice(0, 80) }))}
      />
      <p className="report__hint">{t('report.markingHint')}</p>
      <RedactionRules definition={definition} redacted={redacted} />
    </div>
  );
}
