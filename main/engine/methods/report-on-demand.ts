import type { Handlers } from '../context';

/** Loaded when a report is asked for: the parts that write PDF take longer to load than most questions take. */
const load = () => import('../report/report-handlers');

export const reportOnDemand: Handlers = {
  'report.template': async (...args) => (await load()).reportHandlers['report.template'](...args),
  'report.preview': async (...args) => (await load()).reportHandlers['report.preview'](...args),
  'report.write': async (...args) => (await load()).reportHandlers['report.write'](...args),
};
