import { Compass, FilePlus2, FolderOpen } from 'lucide-react';
import type { CommandId } from '../../../shared/contract/commands';
import { useCase } from '../../state/case-store';
import { t } from '../../strings/text';
import { FailureState } from '../../widgets/failure-state';
import { RecentCases } from './recent-cases';
import './start-view.css';

interface StartViewProps {
  readonly onCommand: (id: CommandId) => void;
}

const ways = [
  { id: 'case.new', icon: FilePlus2, title: 'start.new', text: 'start.newText' },
  { id: 'case.open', icon: FolderOpen, title: 'start.open', text: 'start.openText' },
  { id: 'case.sample', icon: Compass, title: 'start.sample', text: 'start.sampleText' },
] as const;

/** The window before a case is open. */
export function StartView({ onCommand }: StartViewProps) {
  const failure = useCase((state) => state.failure);
  const isOpening = useCase((state) => state.phase === 'opening');
  return (
    <div className="start" aria-busy={isOpening}>
      <div className="start__page">
        <header className="start__header">
          <h1 className="start__title">{t('start.title')}</h1>
          <p className="start__lead">{t('start.lead')}</p>
        </header>
        {failure !== null && <FailureState title={t('start.openFailed')} message={failure.message} />}
        <ul className="start__ways">
          {ways.map(({ id, icon: Icon, title, text }) => (
            <li key={id}>
              <button type="button" className="start__way" disabled={isOpening} onClick={() => onCommand(id)}>
                <Icon className="start__icon" size={20} strokeWidth={1.7} aria-hidden />
                <span className="start__way-title">{t(title)}</span>
                <span className="start__way-text">{t(text)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="start__drop">
          {t('start.drop')}{' '}
          <button type="button" className="start__formats" onClick={() => onCommand('help.formats')}>
            {t('start.formats')}
          </button>
        </p>
        <RecentCases />
        <p className="start__help">
          {t('start.help')}{' '}
          <button type="button" className="start__formats" onClick={() => onCommand('help.tour')}>
            {t('start.tour')}
          </button>
          {' · '}
          <button type="button" className="start__formats" onClick={() => onCommand('help.guide')}>
            {t('start.guide')}
          </button>
        </p>
      </div>
    </div>
  );
}
