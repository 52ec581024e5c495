import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import { useAuthorName } from './analysis/author-fields';
import { bridge } from './api';
import { App } from './app/app';
import { openCase } from './state/case-store';
import { listenToJobs } from './state/jobs-store';
import { restoreTableChoices } from './state/table-choices';
import { applyTheme } from './state/theme-store';
import { startTour } from './state/tour-store';
import { en } from './strings/en';
import { pseudo } from './strings/pseudo';
import { setLanguage } from './strings/text';
import './tokens.css';
import './base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Most starts show the map first: it loads while the case opens.
void import('./views/map/map-view');

const startup = await bridge.startup();
// The locale that no one speaks shows what is not in the catalogue and what does not fit.
const isPseudo = startup.locale === 'en-XA';
setLanguage({ locale: startup.locale, ...(isPseudo ? { catalogue: pseudo(en) } : {}) });
applyTheme(startup.theme);
useAuthorName.setState({ name: startup.remembered.author });
restoreTableChoices(startup.remembered.hiddenColumns);
if (!startup.remembered.hasSeenTour) startTour();
listenToJobs();
if (startup.openCase !== null) void openCase(startup.openCase);

// The style sheet is the only source of styles: the strict content policy refuses injected style elements.
createRoot(root).render(
  <CSPProvider disableStyleElements>
    <App platform={startup.platform} version={startup.version} />
  </CSPProvider>,
);
