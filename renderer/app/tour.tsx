import { endTour, stepTour, tourSteps, useTour } from '../state/tour-store';
import { t } from '../strings/text';
import { Button } from '../widgets/button';
import './tour.css';

/** Three short steps on the first start, beside the work and never in its way. */
export function Tour() {
  const at = useTour((state) => state.at);
  const step = at === null ? undefined : tourSteps[at];
  if (at === null || step === undefined) return null;
  const isLast = at === tourSteps.length - 1;
  return (
    <aside className="tour" aria-label={t('tour.label')} aria-live="polite">
      <p className="tour__step">{t('tour.step', { at: at + 1, count: tourSteps.length })}</p>
      <h2 className="tour__title">{t(`tour.${step}.title`)}</h2>
      <p>{t(`tour.${step}.text`)}</p>
      <div className="tour__actions">
        {!isLast && (
          <Button variant="quiet" onClick={endTour}>
            {t('tour.skip')}
          </Button>
        )}
        <span className="tour__space" />
        {at > 0 && <Button onClick={() => stepTour(-1)}>{t('tour.back')}</Button>}
        <Button variant="primary" onClick={() => stepTour(1)}>
          {isLast ? t('tour.finish') : t('tour.next')}
        </Button>
      </div>
    </aside>
  );
}
