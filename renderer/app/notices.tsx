import { CircleCheck, Info, OctagonAlert, X } from 'lucide-react';
import { dismissNotice, useNotices } from '../state/notices-store';
import { t } from '../strings/text';
import { Button, IconButton } from '../widgets/button';
import './notices.css';

const icons = { good: CircleCheck, bad: OctagonAlert, plain: Info };

/** What has just happened, in the corner. The announcer says it; this only shows it. */
export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <section className="notices" aria-label={t('notices.label')}>
      {notices.map((notice) => {
        const Icon = icons[notice.tone];
        return (
          <div key={notice.id} className={`notice notice--${notice.tone}`}>
            <Icon className="notice__icon" size={16} aria-hidden />
            <div className="notice__text">
              <p className="notice__title">{notice.title}</p>
              {notice.detail && <p className="notice__detail">{notice.detail}</p>}
              {notice.action && (
                <div className="notice__action">
                  <Button onClick={notice.action.run}>{notice.action.label}</Button>
                </div>
              )}
            </div>
            <IconButton icon={X} label={t('common.dismiss')} onClick={() => dismissNotice(notice.id)} />
          </div>
        );
      })}
    </section>
  );
}
