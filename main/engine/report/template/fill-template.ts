import type { ListedFinding } from '../../../../shared/contract/analysis-methods';
import type { ReportDefinition, ReportSection, ReportTemplate } from '../../../../shared/model/report';
import type { CallContext, EngineContext } from '../../context';
import { graphOf } from '../../methods/map-handlers';
import { type ReportFacts, reportFacts } from '../facts/report-facts';
import { flowOf, lossyFlows, openFindings, ownerlessSystems, stuckFlows } from '../facts/totals';
import { mapDrawer } from '../picture/draw-map';
import { redactorOf } from '../redact/redactor';
import { investigationOrder, ownershipOrder } from '../sections/summary/headline-findings';
import { suggestOutage } from '../sections/summary/outage-name';
import { chooseMap, type MapChoice } from './choose-map';
import { lossTitle, outageTitle, ownersTitle } from './map-title';

/** More than this a board does not read; the rest is in the case. */
const mostFindings = 14;
/** With more systems than this a template lists only those that lack something. */
const mostListed = 150;
const paper = 'A4';

/** A definition filled from the case: nothing in it that a person could not have chosen. */
export async function fillTemplate(
  context: EngineContext,
  template: ReportTemplate,
  progress: CallContext['progress'] = () => {},
): Promise<ReportDefinition> {
  const say = (label: string, done: number) =>
    progress({ label, done, total: 2, unit: 'steps', secondsLeft: null });
  const facts = reportFacts(context);
  say('Reckoning the messages', 0);
  facts.flows();
  say('Choosing what is worst, and its map', 1);
  const drawMap = mapDrawer(context, redactorOf([]));
  const map = (choice: MapChoice) =>
    chooseMap((level, groupBy) => graphOf(context, level, groupBy), drawMap, choice, paper);
  const { title, sections } = await templates[template](facts, map);
  return {
    template,
    title,
    marking: '',
    paper,
    sections,
    redactions: [],
    keepsFileNames: false,
  };
}

type Fill = (
  facts: ReportFacts,
  map: (choice: MapChoice) => Promise<ReportSection>,
) => Promise<{ readonly title: string; readonly sections: ReportSection[] }>;

const templates: Readonly<Record<ReportTemplate, Fill>> = {
  investigation: async (facts, map) => {
    const lossy = lossyFlows(facts);
    const about = new Set([...lossy, ...stuckFlows(facts)].flatMap(({ from, to }) => [from, to]));
    return {
      title: lossTitle(facts),
      sections: [
        { kind: 'summary' },
        await map({ title: lossTitle(facts), highlight: 'losses', about, groupBy: 'organisation' }),
        ...lossy.slice(0, 2).map((row): ReportSection => ({ kind: 'losses', flow: flowOf(row) })),
        { kind: 'findings', ids: findingIds(facts, investigationFindings) },
        { kind: 'timeline' },
        { kind: 'owners', rows: 'gaps' },
        { kind: 'coverage' },
        { kind: 'sources' },
        { kind: 'annex' },
      ],
    };
  },
  ownership: async (facts, map) => {
    const about = new Set([
      ...ownerlessSystems(facts).map(({ name }) => name),
      ...facts
        .owners()
        .filter(({ state }) => state !== 'clear')
        .map(({ system }) => system),
    ]);
    return {
      title: ownersTitle(facts),
      sections: [
        { kind: 'summary' },
        await map({ title: ownersTitle(facts), highlight: 'owners', about, groupBy: 'organisation' }),
        { kind: 'findings', ids: findingIds(facts, ownershipOrder) },
        { kind: 'owners', rows: facts.systems().length > mostListed ? 'gaps' : 'all' },
        { kind: 'sources' },
        { kind: 'annex' },
      ],
    };
  },
  outage: async (facts, map) => {
    const name = suggestOutage(facts);
    if (name === null) {
      const sections: ReportSection[] = [{ kind: 'coverage' }, { kind: 'sources' }, { kind: 'annex' }];
      return { title: 'No system, site or network is on record', sections };
    }
    const title = outageTitle(facts, name);
    const stopped = facts.impact(name).unreachable.filter(({ kind }) => kind === 'system');
    return {
      title,
      sections: [
        { kind: 'summary' },
        await map({
          title,
          highlight: 'impact',
          name,
          about: new Set(stopped.map((one) => one.name)),
          groupBy: 'site',
        }),
        { kind: 'impact', name },
        { kind: 'findings', ids: findingIds(facts, outageFindings) },
        { kind: 'owners', rows: 'gaps' },
        { kind: 'sources' },
        { kind: 'annex' },
      ],
    };
  },
};

const investigationFindings = ['messages-lost', ...investigationOrder];
const outageFindings = [
  'sites-share-a-dependency',
  'end-of-life-with-live-flows',
  'system-without-owner',
  'no-backup',
];

/** Findings of the template's kinds, worst first, then in the order in which a board asks; at most a few of a kind. */
function findingIds(facts: ReportFacts, codes: readonly string[]): string[] {
  const chosen: ListedFinding[] = [];
  for (const code of codes) {
    chosen.push(
      ...openFindings(facts)
        .filter((one) => one.code === code)
        .slice(0, 4),
    );
  }
  const rank: readonly string[] = ['high', 'medium', 'low', 'information'];
  return chosen
    .map((one, order) => ({ one, order }))
    .sort((a, b) => rank.indexOf(a.one.severity) - rank.indexOf(b.one.severity) || a.order - b.order)
    .slice(0, mostFindings)
    .map(({ one }) => one.id);
}
