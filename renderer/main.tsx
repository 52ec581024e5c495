import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import { useAuthorName } from './analysis/author-fields';
import { bridge } from './api';
import { App } from './app/app';
import { openCase } from './state/case-store';
import { listenToJobs } from './state/jobs-store';
import { applyTheme } from './state/theme-store';
import { startTour } from './state/tour-store';
import { setLanguage } from './strings/text';
import './tokens.css';
import './base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const startup = await bridge.startup();
setLanguage({ locale: startup.locale });
applyTheme(startup.theme);
useAuthorName.setState({ name: startup.remembered.author });
if (!startup.remembered.hasSeenTour) startTour();
listenToJobs();
if (startup.openCase !== null) void openCase(startup.openCase);

// The style sheet is the only source of styles: the strict content policy refuses injected style elements.
createRoot(root).render(
  <CSPProvider disableStyleElements>
    <App platform={startup.platform} version={startup.version} />
  </CSPProvider>,
);
