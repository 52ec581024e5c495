import { bridge } from '../api';
import { t } from '../strings/text';
import { openCase, useCase } from './case-store';
import { closeEvidence } from './evidence-store';
import { resetMap } from './map-store';
import { goTo } from './navigation-store';
import { notifyFailure } from './notices-store';

/** Opens a case and shows its map; says why where it cannot. */
export async function enterCase(path: string): Promise<void> {
  closeEvidence();
  if (await openCase(path)) {
    resetMap();
    goTo('map');
    return;
  }
  const { failure } = useCase.getState();
  if (failure !== null) notifyFailure(t('start.openFailed'), failure);
}

export async function chooseCase(): Promise<void> {
  const paths = await bridge.chooseToOpen({
    title: t('start.open'),
    filters: [{ name: t('start.caseFiles'), extensions: ['whereabouts'] }],
  });
  const path = paths?.[0];
  if (path !== undefined) await enterCase(path);
}

export async function enterSampleCase(): Promise<void> {
  const sample = await bridge.sampleCase();
  if (sample.ok) await enterCase(sample.value);
  else notifyFailure(t('start.sampleFailed'), sample.error);
}
