import { useCase } from '../state/case-store';
import { formatDay } from '../strings/format';
import { t } from '../strings/text';
import { JobTray } from './job-tray';
import './status-bar.css';

export function StatusBar() {
  const info = useCase((state) => state.info);
  return (
    <footer className="status-bar">
      {info === null ? (
        <p>{t('status.offline')}</p>
      ) : (
        <ul className="status-bar__facts numeric">
          <li>{t('status.systems', { count: info.counts.systems })}</li>
          <li>{t('status.flows', { count: info.counts.declaredFlows })}</li>
          <li>{t('status.events', { count: info.counts.events })}</li>
          {info.from !== null && info.to !== null && (
            <li>{t('status.span', { from: formatDay(info.from), to: formatDay(info.to) })}</li>
          )}
          <li>{info.identifiers === 'kept' ? t('status.kept') : t('status.pseudonymised')}</li>
        </ul>
      )}
      <JobTray />
    </footer>
  );
}
