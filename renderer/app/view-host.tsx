import { Suspense } from 'react';
import type { ViewId } from '../state/navigation-store';
import { t } from '../strings/text';
import { views } from '../views/registry';
import { ViewBoundary } from './view-boundary';

/** The chosen view, loaded when first needed; a bug in one leaves the rest of the window usable. */
export function ViewHost({ view }: { readonly view: ViewId }) {
  const entry = views.find((candidate) => candidate.id === view) ?? views[0];
  if (entry === undefined) return null;
  const View = entry.component;
  return (
    <ViewBoundary title={t(entry.title)}>
      <Suspense fallback={<div className="view" aria-busy="true" />}>
        <View />
      </Suspense>
    </ViewBoundary>
  );
}
