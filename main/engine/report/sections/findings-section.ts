import type { ListedFinding } from '../../../../shared/contract/analysis-methods';
import { linesText, severityCell } from '../document/cells';
import { lineBreak, prose, strong } from '../document/prose';
import type { Block } from '../document/report-document';
import { counted, day, number, readableMoments, sentence } from '../document/words';
import type { SectionMaker } from './section-input';

/** The chosen findings, each with its words and its lines; accepted ones say who accepted them and why. */
export const findingsSection: SectionMaker<'findings'> = ({ facts, cited, note }, { ids }) => {
  const known = new Map(facts.findings().map((one) => [one.id, one]));
  const chosen = ids.flatMap((id) => known.get(id) ?? []);
  const gone = ids.length - chosen.length;
  if (gone > 0) {
    note(
      `${counted(gone, 'chosen finding')} ${gone === 1 ? 'is' : 'are'} no longer found in this case and left out.`,
    );
  }
  if (chosen.length === 0) return null;
  const others = known.size - chosen.length;
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      tone: 'body',
      text: prose(
        'Each is a rule’s result on what the sources say; the rule’s name stands at its end. ',
        others > 0 ? `The case has ${number(others)} further findings that are not in this report.` : '',
      ),
    },
    {
      kind: 'table',
      caption: 'What each rule found, the gravest first',
      columns: [
        { title: 'Finding, and where it stands', share: 1 },
        { title: 'Severity', points: 74 },
      ],
      rows: chosen.map((one) => [
        {
          text: prose(
            strong(one.title),
            cited.finding(one),
            lineBreak,
            `About ${one.subject}. ${readableMoments(one.detail)}`,
            ...acceptance(one),
            lineBreak,
            `Rule ${one.code}. ${sentence(linesText(one.evidence, 6))}`,
          ),
        },
        severityCell(one.severity),
      ]),
    },
  ];
  return { kind: 'findings', title: 'Findings', isLandscape: false, isOnePage: false, blocks };
};

function acceptance({ accepted }: ListedFinding): readonly string[] {
  return accepted === null
    ? []
    : [` Accepted by ${accepted.author} on ${day(accepted.at)}: “${accepted.reason}”.`];
}
