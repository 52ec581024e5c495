import type { SourceRow } from '../../../shared/contract/case-methods';
import type { CoverageRow, ReconcileRow } from '../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../shared/model/estate';

interface GapInput {
  readonly identifiers: 'pseudonymised' | 'kept';
  readonly sources: readonly SourceRow[];
  readonly coverage: readonly CoverageRow[];
  readonly flows: readonly ReconcileRow[];
  readonly estate: Estate;
}

/** What a reader must know before any number: sentences, each true of this case, in a fixed order. */
export function gapsAndAssumptions(input: GapInput): readonly string[] {
  return [
    ...identifierLines(input),
    ...input.sources.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`)),
    ...input.sources
      .filter(({ rejected }) => rejected > 0)
      .map(
        ({ name, rows, rejected }) =>
          `${name}: ${rejected} of ${rows} rows could not be read and count nowhere; issues.csv says why.`,
      ),
    ...coverageLines(input),
    ...input.flows.flatMap(flowLines),
    'A control that no inventory mentions is "not recorded": that is not the same as absent.',
  ];
}

function identifierLines({ identifiers }: GapInput): readonly string[] {
  return identifiers === 'kept'
    ? ['Record identifiers are given as the sources have them: this pack holds personal data.']
    : [
        'Record identifiers are pseudonyms (HMAC-SHA-256). The key is not in this pack; who holds it can look up a known identifier.',
        'The text of rejected rows is left out, since it can hold identifiers: issues.csv gives file, line and reason.',
      ];
}

function coverageLines({ coverage, estate }: GapInput): readonly string[] {
  const logged = new Set(coverage.map(({ system }) => system));
  const silent = [...estate.systems.values()].map(({ name }) => name).filter((name) => !logged.has(name));
  return [
    ...(silent.length === 0
      ? []
      : [
          `No log was given of ${silent.length} of ${estate.systems.size} systems, so whatever was sent to them cannot be judged: ${silent.join(', ')}.`,
        ]),
    ...coverage.flatMap((row) => [
      ...row.gaps.map((gap) => `${row.system}: no log from ${gap.from} to ${gap.to}. ${gap.because}`),
      ...(row.confidence === 'low' || row.confidence === 'none'
        ? [`${row.system}: how far its log reaches is uncertain. ${row.because}`]
        : []),
      ...row.notes.map((note) => `${row.system}: ${note}`),
      ...row.corrections.map(
        (one) =>
          `${row.system}: ${one.author} stated on ${one.at} that the log ${one.isCovered ? 'covers' : 'does not cover'} ${one.from} to ${one.to}. Reason: ${one.reason}`,
      ),
    ]),
  ];
}

function flowLines(row: ReconcileRow): readonly string[] {
  const flow = `${row.from} > ${row.to}`;
  const basis = { declared: '', measured: 'measured from its own delays', assumed: 'assumed' }[
    row.maximumDelayFrom
  ];
  return [
    ...(row.unobservable > 0
      ? [`${flow}: nobody can say what became of ${row.unobservable} of ${row.sent} messages.`]
      : []),
    ...(row.sent > 0 && basis !== ''
      ? [`${flow}: no maximum delay is declared; ${row.maximumDelaySeconds} seconds is ${basis}.`]
      : []),
    ...(row.suspectedSkewSeconds === null
      ? []
      : [
          `${flow}: the receiver's clock seems to differ by ${row.suspectedSkewSeconds} seconds; no time was corrected.`,
        ]),
    ...row.notes.map((note) => `${flow}: ${note}`),
  ];
}
