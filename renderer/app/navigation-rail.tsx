import { goTo, type ViewId } from '../state/navigation-store';
import { t } from '../strings/text';
import { views } from '../views/registry';
import './navigation-rail.css';

export function NavigationRail({ current }: { readonly current: ViewId }) {
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <ul>
        {views.map(({ id, title, icon: Icon }) => (
          <li key={id}>
            <button
              type="button"
              className="rail__item"
              aria-current={id === current ? 'page' : undefined}
              title={t(title)}
              onClick={() => goTo(id)}
            >
              <Icon size={17} strokeWidth={1.8} aria-hidden />
              <span className="rail__title">{t(title)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
