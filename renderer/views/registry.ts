import { FileStack, type LucideIcon, Map as MapIcon, Users } from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ViewId } from '../state/navigation-store';

export interface ViewEntry {
  readonly id: ViewId;
  readonly title: `nav.${ViewId}`;
  readonly icon: LucideIcon;
  readonly component: LazyExoticComponent<ComponentType>;
}

/** Every view of an open case, in the order of the navigation: the only list. */
export const views: readonly ViewEntry[] = [
  { id: 'map', title: 'nav.map', icon: MapIcon, component: lazy(() => import('./map/map-view')) },
  { id: 'owners', title: 'nav.owners', icon: Users, component: lazy(() => import('./owners/owners-view')) },
  {
    id: 'sources',
    title: 'nav.sources',
    icon: FileStack,
    component: lazy(() => import('./sources/sources-view')),
  },
];
