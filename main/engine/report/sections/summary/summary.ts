import type { ReportTemplate } from '../../../../../shared/model/report';
import { prose, strong } from '../../document/prose';
import type { Block } from '../../document/report-document';
import type { SectionMaker } from '../section-input';
import { investigationSummary } from './investigation-summary';
import type { Judgement } from './judgement';
import { outageSummary } from './outage-summary';
import { ownershipSummary } from './ownership-summary';
import type { SummaryTemplate } from './summary-content';

const templates: Readonly<Record<ReportTemplate, SummaryTemplate>> = {
  investigation: investigationSummary,
  ownership: ownershipSummary,
  outage: outageSummary,
};

/** One page in plain English: the answer, four numbers, the assessment, what is found, what nobody can say. */
export const summarySection: SectionMaker<'summary'> = (input) => {
  const template = templates[input.definition.template];
  const content = template.content(input);
  const judgements = template.judges.map((judge) => judge(input));
  const blocks: Block[] = [
    { kind: 'paragraph', tone: 'lead', text: content.lead },
    { kind: 'numbers', items: content.numbers },
    {
      kind: 'table',
      caption: 'Assessment',
      columns: [
        { title: 'Question', points: 142 },
        { title: 'Rating', points: 72 },
        { title: 'Because', share: 1 },
      ],
      rows: judgements.map(({ question, rating, because }) => [
        { text: prose(strong(question)) },
        { text: [], rating },
        { text: because },
      ]),
    },
    ...list('What was found', content.found()),
    ...list('What cannot be said', content.unknown()),
    ...list('Questions to decide', content.questions()),
  ];
  return { kind: 'summary', title: 'Summary', isLandscape: false, isOnePage: true, blocks };
};

/** The rules behind the ratings, for the annex. */
export const summaryJudgements = (input: Parameters<typeof summarySection>[0]): readonly Judgement[] =>
  templates[input.definition.template].judges.map((judge) => judge(input));

function list(title: string, items: Extract<Block, { kind: 'list' }>['items']): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'list', items },
      ];
}
