import type { TableKind } from '../../../../../shared/model/mapping';

const identifierWord =
  /(^|[\s_.-])(id|ids|identifier|number|num|no|nr|nhs|mrn|chi|crn|key|code|uid|guid|ref)\.?([\s_-]?[ab12])?$/i;
const camelIdentifier = /[a-z](Id|No|Nr|Number|Key|Ref|Mrn|MRN|NHS|Nhs)$/;
const oldWord = /(^|[\s_.-])(old|previous|former|superseded|merged|retired|legacy|from|minor)([\s_.-]|$)/i;
const newWord = /(^|[\s_.-])(new|current|surviving|replacement|into|to|target|retained|major)([\s_.-]|$)/i;

/**
 * A table of two columns that both are headed as identifiers ("PAS id", "EPR id"; "old_nhs", "new_nhs") is
 * a crosswalk, whatever their names. Null for any other table.
 */
export function looksLikeIdentifierPair(rows: readonly (readonly string[])[]): {
  readonly kind: TableKind;
  readonly score: number;
  readonly headerIndex: number;
  readonly header: readonly string[];
  readonly fields: readonly (string | null)[];
} | null {
  const [header] = rows;
  const named = (header ?? []).filter((text) => text.trim() !== '');
  if (header?.length !== 2 || named.length !== 2) return null;
  if (!named.every((text) => identifierWord.test(text.trim()) || camelIdentifier.test(text.trim())))
    return null;
  const [a = '', b = ''] = named;
  const fields =
    oldWord.test(a) && newWord.test(b)
      ? ['superseded', 'current']
      : newWord.test(a) && oldWord.test(b)
        ? ['current', 'superseded']
        : ['record', 'alias'];
  return { kind: 'crosswalk', score: 3, headerIndex: 0, header, fields };
}
