import type { ArgsOf } from '../../../shared/contract/contract';
import type { ExportView } from '../../../shared/contract/estate-methods';

/** What was filled in, for whichever views have been looked at; `subjectOf` takes what one view needs. */
export interface SubjectDraft {
  readonly flow: string;
  readonly a: string;
  readonly b: string;
  readonly record: string;
  readonly of: string;
  readonly packedBy: string;
  readonly authority: string;
  readonly reference: string;
}

export const emptySubject: SubjectDraft = {
  ...{ flow: '', a: '', b: '', record: '', of: '' },
  ...{ packedBy: '', authority: '', reference: '' },
};

type Subject = Partial<Omit<ArgsOf<'export.run'>, 'file' | 'view' | 'format'>>;

/** What a view needs of what was filled in; null while that is not enough to export it. */
export function subjectOf(view: ExportView, draft: SubjectDraft): Subject | null {
  const filled = (name: keyof SubjectDraft): string => draft[name].trim();
  const one = (name: 'flow' | 'record' | 'of'): Subject | null =>
    filled(name) === '' ? null : { [name]: filled(name) };
  switch (view) {
    case 'messages':
    case 'why':
      return one('flow');
    case 'trace':
      return one('record');
    case 'impact':
      return one('of');
    case 'holdings':
      return filled('a') === '' || filled('b') === '' ? null : { between: [filled('a'), filled('b')] };
    case 'evidence':
      return Object.fromEntries(
        (['packedBy', 'authority', 'reference'] as const)
          .filter((name) => filled(name) !== '')
          .map((name) => [name, filled(name)]),
      );
    default:
      return {};
  }
}
