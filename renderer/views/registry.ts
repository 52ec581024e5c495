import {
  ArrowLeftRight,
  FileStack,
  FileText,
  Flag,
  Footprints,
  GitCompareArrows,
  type LucideIcon,
  Map as MapIcon,
  PackageX,
  Radar,
  SquareChartGantt,
  Users,
} from 'lucide-react';
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
  {
    id: 'reconcile',
    title: 'nav.reconcile',
    icon: ArrowLeftRight,
    component: lazy(() => import('./reconcile/reconcile-view')),
  },
  {
    id: 'records',
    title: 'nav.records',
    icon: Footprints,
    component: lazy(() => import('./records/records-view')),
  },
  {
    id: 'losses',
    title: 'nav.losses',
    icon: PackageX,
    component: lazy(() => import('./losses/losses-view')),
  },
  {
    id: 'timeline',
    title: 'nav.timeline',
    icon: SquareChartGantt,
    component: lazy(() => import('./timeline/timeline-view')),
  },
  {
    id: 'findings',
    title: 'nav.findings',
    icon: Flag,
    component: lazy(() => import('./findings/findings-view')),
  },
  { id: 'owners', title: 'nav.owners', icon: Users, component: lazy(() => import('./owners/owners-view')) },
  { id: 'impact', title: 'nav.impact', icon: Radar, component: lazy(() => import('./impact/impact-view')) },
  {
    id: 'compare',
    title: 'nav.compare',
    icon: GitCompareArrows,
    component: lazy(() => import('./compare/compare-view')),
  },
  {
    id: 'report',
    title: 'nav.report',
    icon: FileText,
    component: lazy(() => import('./report/report-view')),
  },
  {
    id: 'sources',
    title: 'nav.sources',
    icon: FileStack,
    component: lazy(() => import('./sources/sources-view')),
  },
];
