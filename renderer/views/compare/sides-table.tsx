import type { Holdings } from '../../../shared/contract/reconcile-methods';
import { CitationLinks } from '../../evidence/citation-links';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';

/** Both sides in numbers, under each other: what one holds is what both hold and what only it does. */
export function SidesTable({ holdings }: { readonly holdings: Holdings }) {
  const { a, b, inA, inB, inBoth, onlyACount, onlyBCount, duplicatedA, duplicatedB } = holdings;
  const sides = [
    { system: a, counts: [inA, inBoth, onlyACount, duplicatedA], citations: holdings.citationsA },
    { system: b, counts: [inB, inBoth, onlyBCount, duplicatedB], citations: holdings.citationsB },
  ];
  const titles = [t('compare.holds'), t('compare.inBoth'), t('compare.onlyHere'), t('compare.heldTwice')];
  return (
    <div className="compare__sides-frame">
      <table className="sides">
        <thead>
          <tr>
            <th scope="col">{t('compare.system')}</th>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">{t('compare.from list')}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ system, counts, citations }) => (
            <tr key={system}>
              <th scope="row">{system}</th>
              {counts.map((count, index) => (
                <td key={titles[index]} className="numeric">
                  {formatCount(count)}
                </td>
              ))}
              <td>
                <CitationLinks subject={system} citations={citations} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
