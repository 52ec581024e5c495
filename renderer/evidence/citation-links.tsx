import { FileText, UserPen } from 'lucide-react';
import type { Citation } from '../../shared/model/citation';
import { showEvidence } from '../state/evidence-store';
import { formatCount } from '../strings/format';
import { t } from '../strings/text';
import { citationText, distinctCitations, shortCitation } from './citation-text';
import './citation-links.css';

interface CitationLinksProps {
  /** What they prove: the title of the evidence viewer. */
  readonly subject: string;
  readonly citations: readonly Citation[];
  /** Beyond this many, one more link opens them all. */
  readonly atMost?: number;
}

/** The sources of a fact; each opens the file at its very line. */
export function CitationLinks({ subject, citations, atMost = 2 }: CitationLinksProps) {
  const distinct = distinctCitations(citations);
  const shown = distinct.slice(0, atMost).map((citation, index) => ({ citation, index }));
  const rest = distinct.length - shown.length;
  return (
    <span className="citations">
      {shown.map(({ citation, index }) => {
        const Icon = citation.sourceId === null ? UserPen : FileText;
        return (
          <button
            key={`${shortCitation(citation)} ${index}`}
            type="button"
            className="citations__link"
            title={citationText(citation)}
            aria-label={t('evidence.open', { citation: citationText(citation), subject })}
            onClick={() => showEvidence(subject, distinct, index)}
          >
            <Icon size={12} aria-hidden />
            <span className="truncate">{shortCitation(citation)}</span>
          </button>
        );
      })}
      {rest > 0 && (
        <button
          type="button"
          className="citations__link"
          aria-label={t('evidence.openMore', { count: rest, subject })}
          onClick={() => showEvidence(subject, distinct, shown.length)}
        >
          {t('evidence.more.short', { count: formatCount(rest) })}
        </button>
      )}
    </span>
  );
}
