import { X } from 'lucide-react';
import { useVerification } from '../../state/verify-case';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';
import { Tag } from '../../widgets/tag';
import './verify-report.css';

/** The checks of the last verification, each with what it found. */
export function VerifyReport() {
  const report = useVerification((state) => state.report);
  if (report === null) return null;
  return (
    <section className="verify-report" aria-label={t('verify.title')}>
      <ul className="verify-report__checks">
        {report.checks.map((check) => (
          <li key={check.name} className="verify-report__check">
            <Tag tone={check.ok ? 'good' : 'bad'}>{check.ok ? t('verify.ok') : t('verify.wrong')}</Tag>
            <strong>{check.name}</strong>
            <span className="verify-report__detail">{check.detail}</span>
          </li>
        ))}
      </ul>
      <IconButton
        icon={X}
        label={t('common.dismiss')}
        onClick={() => useVerification.setState({ report: null })}
      />
    </section>
  );
}
