import { FileX2, Folder, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecentCase } from '../../../shared/contract/window-bridge';
import { bridge } from '../../api';
import { enterCase } from '../../state/open-case';
import { formatMoment } from '../../strings/format';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';

/** Cases opened before. One whose file is gone stays, marked, until it is taken off the list. */
export function RecentCases() {
  const [cases, setCases] = useState<readonly RecentCase[] | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void bridge.recentCases().then((found) => isCurrent && setCases(found));
    return () => {
      isCurrent = false;
    };
  }, []);

  const forget = (path: string) => {
    void bridge.forgetRecentCase(path);
    setCases((before) => before?.filter((recent) => recent.path !== path) ?? null);
  };

  if (cases === null || cases.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h2 id="recent-title" className="recent__title">
        {t('start.recent')}
      </h2>
      <ul className="recent__list">
        {cases.map((recent) => (
          <li key={recent.path} className="recent__row">
            <button
              type="button"
              className="recent__open"
              disabled={!recent.exists}
              onClick={() => void enterCase(recent.path)}
            >
              {recent.exists ? <Folder size={16} aria-hidden /> : <FileX2 size={16} aria-hidden />}
              <span className="recent__name truncate">{recent.title}</span>
              <span className="recent__path truncate">
                {recent.exists ? recent.path : t('start.gone', { path: recent.path })}
              </span>
              <time className="recent__time" dateTime={recent.openedAt}>
                {formatMoment(recent.openedAt)}
              </time>
            </button>
            <IconButton
              icon={X}
              label={t('start.forget', { title: recent.title })}
              onClick={() => forget(recent.path)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
