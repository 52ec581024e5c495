import { Copy, PackageX, X } from 'lucide-react';
import { useState } from 'react';
import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import { ReasonDialog } from '../../analysis/reason-dialog';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { goTo } from '../../state/navigation-store';
import { formatMoment } from '../../strings/format';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Tag } from '../../widgets/tag';
import { decideFinding } from './decide-finding';
import { severityTones } from './finding-columns';

/** Findings about what a flow loses: their subject is the flow. */
const ofLosses: ReadonlySet<string> = new Set([
  'messages-lost',
  'acknowledged-but-lost',
  'flags-not-passed-on',
]);
/** A finding cites no more lines than this. */
const mostEvidence = 20;

/** One finding: what it says, where it can be followed, whether it is accepted, and every line that it cites. */
export function FindingDetails({
  finding,
  onClose,
}: {
  readonly finding: ListedFinding;
  readonly onClose: () => void;
}) {
  const [isDeciding, setDeciding] = useState(false);
  const toCitations = useLineCitations();
  const decide = async (reason: string, author: string) => {
    setDeciding(false);
    await decideFinding(finding, { accepts: finding.accepted === null, reason, author });
  };
  const copy = () => {
    const evidence = finding.evidence.map(({ file, line }) => `${file}:${line}`).join(', ');
    copyText(`${finding.title}\n${finding.detail}\n[${evidence}; ${finding.code}]`, t('findings.copied'));
  };
  return (
    <aside className="finding" aria-label={finding.title}>
      <header className="finding__header">
        <Tag tone={severityTones[finding.severity]}>{t(`severity.${finding.severity}`)}</Tag>
        <div className="finding__tools">
          <IconButton icon={Copy} label={t('findings.copy')} onClick={copy} />
          <IconButton icon={X} label={t('common.closePanel')} onClick={onClose} />
        </div>
      </header>
      <section className="finding__body" aria-label={finding.title}>
        <h2 className="finding__title">{finding.title}</h2>
        <p className="finding__subject">{finding.subject}</p>
        <p className="finding__code mono">{finding.code}</p>
        <p>{finding.detail}</p>
        {finding.accepted !== null && (
          <p className="finding__accepted">
            {t('findings.acceptedBy', {
              author: finding.accepted.author,
              at: formatMoment(finding.accepted.at),
              reason: finding.accepted.reason,
            })}
          </p>
        )}
        <div className="finding__actions">
          {ofLosses.has(finding.code) && (
            <Button icon={PackageX} onClick={() => goTo('losses', { flow: finding.subject })}>
              {t('reconcile.toLosses')}
            </Button>
          )}
          <Button onClick={() => setDeciding(true)}>
            {finding.accepted === null ? t('findings.accept') : t('findings.reopen')}
          </Button>
        </div>
        <h3 className="finding__heading">{t('evidence.title')}</h3>
        {finding.evidence.length === 0 && <p>{t('findings.noEvidence')}</p>}
        {finding.evidence.length >= mostEvidence && (
          <p className="finding__subject">
            {t('findings.firstEvidence', { count: finding.evidence.length })}
          </p>
        )}
        <CitationLinks subject={finding.title} citations={toCitations(finding.evidence)} atMost={40} />
      </section>
      <ReasonDialog
        title={finding.accepted === null ? t('findings.acceptTitle') : t('findings.reopenTitle')}
        description={finding.title}
        confirm={finding.accepted === null ? t('findings.acceptNow') : t('findings.reopenNow')}
        isOpen={isDeciding}
        onClose={() => setDeciding(false)}
        onConfirm={(reason, author) => void decide(reason, author)}
      />
    </aside>
  );
}
