import type { Responsibility, RoleCell, Tenure } from '../../../../shared/model/estate';
import { firstDayIn, lastDayIn } from '../../import/time/written-day';
import type { Assertion } from './assertions';
import { cellState } from './role-cells';

/** The time of a role as an assertion keeps it: both ends as the source writes them, parted by " .. ". */
export function writtenTenure(from: string | undefined, until: string | undefined): string | null {
  return from || until ? `${from ?? ''} .. ${until ?? ''}` : null;
}

/** The time that a statement gives; null where it gives none that can be read. */
export function tenureOf({ detail, citation }: Assertion): Tenure | null {
  const [from = '', until = ''] = (detail ?? '').split(' .. ');
  const tenure = { from: firstDayIn(from), until: lastDayIn(until), citation };
  return tenure.from === null && tenure.until === null ? null : tenure;
}

/** Holders of one role by now, and those whose time had ended when another's began. */
export function partedByTime(all: readonly Responsibility[]): {
  readonly parties: readonly Responsibility[];
  readonly former: readonly Responsibility[];
} {
  const ends = (one: Responsibility): string | null => {
    const days = (one.tenures ?? []).map(({ until }) => until);
    // A statement without dates is about now.
    if (days.length < one.citations.length || days.includes(null)) return null;
    return (
      days
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? null
    );
  };
  const isFormer = (one: Responsibility): boolean => {
    const end = ends(one);
    return (
      end !== null &&
      all.some((other) => other !== one && other.tenures?.some(({ from }) => from !== null && from >= end))
    );
  };
  const former = all.filter(isFormer);
  return { parties: all.filter((one) => !former.includes(one)), former };
}

/** A role as it was held on a day (ISO); without any dates as it is. */
export function cellOn(cell: RoleCell, day: string): RoleCell {
  const all = [...cell.parties, ...(cell.former ?? [])];
  if (!all.some(({ tenures }) => tenures !== undefined)) return cell;
  const parties = all.filter(({ tenures = [], citations }) => {
    if (tenures.length < citations.length) return true;
    return tenures.some(
      ({ from, until }) => (from === null || from <= day) && (until === null || day <= until),
    );
  });
  const { role, blanks } = cell;
  const state = cellState(role, parties.length, blanks.length);
  return { role, parties, blanks, state };
}
