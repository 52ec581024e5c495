import type { EvidenceLine, ListedFinding } from '../../../../shared/contract/analysis-methods';
import type { OwnerRow, SystemRow } from '../../../../shared/contract/estate-methods';
import type { ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import type { Citation } from '../../../../shared/model/citation';
import { linesOf } from '../../analyse/evidence-lines';
import type { FigureRegister } from '../document/figure-register';
import type { Prose, Run } from '../document/prose';
import { firstSentences, number, readableMoments } from '../document/words';
import type { LoggedSide } from './flow-log';
import type { ReportFacts } from './report-facts';
import { flowOf, loggedFlows, lossyFlows, stuckFlows, total, unobservableFlows } from './totals';

/** The numbers that reports speak of, each with what it stands on. */
export class CitedFigures {
  readonly #facts: ReportFacts;
  readonly #register: FigureRegister;

  constructor(facts: ReportFacts, register: FigureRegister) {
    this.#facts = facts;
    this.#register = register;
  }

  sent(row: ReconcileRow): Prose {
    const log = this.#facts.logOf(row).sent;
    return this.#register.cite(number(row.sent), {
      meaning: `Messages sent, ${flowOf(row)}`,
      basis: `Lines by which ${row.from} says that it sent a message to ${row.to}. ${filesText(log)}`,
      lines: log.first,
      allLines: log.lines,
    });
  }

  received(row: ReconcileRow): Prose {
    const log = this.#facts.logOf(row).received;
    return this.#register.cite(number(row.received), {
      meaning: `Messages received, ${flowOf(row)}`,
      basis: `Lines by which ${row.to} says that it received a message from ${row.from}. ${filesText(log)}`,
      lines: log.first,
      allLines: log.lines,
    });
  }

  lost(row: ReconcileRow): Prose {
    return this.#register.cite(number(row.lost), {
      meaning: `Messages lost, ${flowOf(row)}`,
      basis: `Sent, and without a receipt at ${row.to}, whose log covers the time in which it would stand. The lines are those of the sends.`,
      lines: this.#facts.evidence('messages-lost', flowOf(row)),
      allLines: row.lost,
    });
  }

  unobservable(row: ReconcileRow): Prose {
    return this.#register.cite(number(row.unobservable), {
      meaning: `Messages that cannot be judged, ${flowOf(row)}`,
      basis: `Sent, while no log of ${row.to} covers the time in which a receipt would stand. The lines are those of the sends.`,
      lines: this.#facts.evidence('receipts-unobservable', flowOf(row)),
      allLines: row.unobservable,
    });
  }

  stuck(row: ReconcileRow): Prose {
    return this.#register.cite(number(row.stuck), {
      meaning: `Messages queued and never sent on, ${flowOf(row)}`,
      basis: `Lines by which ${row.from} says that it queued a message for ${row.to}, with no later line of its sending.`,
      lines: this.#facts.evidence('stuck-queue', flowOf(row)),
      allLines: row.stuck,
    });
  }

  allSent(): Prose {
    const rows = loggedFlows(this.#facts);
    return this.#register.cite(number(total(rows, 'sent')), {
      meaning: 'Messages sent on all flows',
      basis: `Sum over ${rows.length} flows with messages in a log; each is in the reckoning table of the annex.`,
      lines: rows.flatMap((row) => this.#facts.logOf(row).sent.first.slice(0, 1)),
      allLines: total(rows, 'sent'),
    });
  }

  allLost(): Prose {
    const rows = lossyFlows(this.#facts);
    return this.#register.cite(number(total(rows, 'lost')), {
      meaning: 'Messages lost on all flows',
      basis: `Sum over ${rows.length === 1 ? 'one flow' : `${rows.length} flows`}: sent, and without a receipt although the receiver’s log covers the time.`,
      lines: rows.flatMap((row) => this.#facts.evidence('messages-lost', flowOf(row)).slice(0, 2)),
      allLines: total(rows, 'lost'),
    });
  }

  allUnobservable(): Prose {
    return this.#unobservableOf(
      unobservableFlows(this.#facts),
      'Messages on all flows that cannot be judged',
    );
  }

  /** Of the flows that are not named one by one. */
  otherUnobservable(rows: readonly ReconcileRow[]): Prose {
    return this.#unobservableOf(
      rows,
      'Messages that cannot be judged, on the flows that the summary does not name',
    );
  }

  #unobservableOf(rows: readonly ReconcileRow[], meaning: string): Prose {
    return this.#register.cite(number(total(rows, 'unobservable')), {
      meaning,
      basis: `Sum over ${rows.length === 1 ? 'one flow' : `${rows.length} flows`}: no log of the receiver covers the time. They are neither lost nor delivered.`,
      lines: rows.flatMap((row) => this.#facts.evidence('receipts-unobservable', flowOf(row)).slice(0, 2)),
      allLines: total(rows, 'unobservable'),
    });
  }

  allStuck(): Prose {
    const rows = stuckFlows(this.#facts);
    return this.#register.cite(number(total(rows, 'stuck')), {
      meaning: 'Messages on all flows queued and never sent on',
      basis: `Sum over ${rows.length === 1 ? 'one flow' : `${rows.length} flows`}: queued, with no later line of its sending.`,
      lines: rows.flatMap((row) => this.#facts.evidence('stuck-queue', flowOf(row)).slice(0, 2)),
      allLines: total(rows, 'stuck'),
    });
  }

  systems(rows: readonly SystemRow[], meaning: string, basis: string): Prose {
    const ids = new Set(rows.map(({ id }) => id));
    const citations = [...this.#facts.estate.systems.values()]
      .filter(({ id }) => ids.has(id))
      .flatMap((system) => system.citations.slice(0, 1));
    return this.#cite(rows.length, meaning, basis, citations);
  }

  allSystems(): Prose {
    return this.systems(
      this.#facts.systems(),
      'Systems on record',
      'Every system that an inventory, a register or a log names.',
    );
  }

  /** How many flows there are of a kind. */
  flows(rows: readonly ReconcileRow[], meaning: string): Prose {
    return this.#register.cite(number(rows.length), {
      meaning,
      basis: 'Pairs of systems between which messages are declared or logged; the annex lists them all.',
      lines: rows.flatMap((row) => this.#facts.logOf(row).sent.first.slice(0, 1)),
      allLines: rows.length,
    });
  }

  holdings(rows: readonly OwnerRow[], meaning: string, basis: string): Prose {
    return this.#cite(
      rows.length,
      meaning,
      basis,
      rows.flatMap((row) => row.citations.slice(0, 1)),
    );
  }

  findings(
    rows: readonly { readonly evidence: readonly EvidenceLine[] }[],
    meaning: string,
    basis: string,
  ): Prose {
    const lines = rows.flatMap(({ evidence }) => evidence.slice(0, 1));
    return this.#register.cite(number(rows.length), { meaning, basis, lines, allLines: rows.length });
  }

  /** The mark of a finding's lines, for the numbers in its own words. */
  finding({ code, subject, title, detail, evidence }: ListedFinding): Run {
    const value = /\d[\d,.]*/.exec(title)?.[0] ?? '–';
    const counted = Number(value.replaceAll(',', ''));
    return this.#register.mark(value, {
      meaning: `${title}: ${subject}`,
      basis: `Rule ${code}. ${firstSentences(readableMoments(detail), 300)}`,
      lines: evidence,
      // A finding keeps only its first lines; its title says how many there are.
      ...(counted > evidence.length ? { allLines: counted } : {}),
    });
  }

  /** Any other number. */
  value(value: number | string, meaning: string, basis: string, lines: readonly EvidenceLine[]): Prose {
    return this.#register.cite(typeof value === 'number' ? number(value) : value, { meaning, basis, lines });
  }

  #cite(value: number, meaning: string, basis: string, citations: readonly Citation[]): Prose {
    return this.#register.cite(number(value), {
      meaning,
      basis,
      lines: linesOf(citations),
      allLines: citations.length,
    });
  }
}

function filesText({ files }: LoggedSide): string {
  if (files.length === 0) return 'No such line stands in any log.';
  const named = files.slice(0, 3).map(({ file, lines }) => `${number(lines)} in ${file}`);
  const more = files.length > 3 ? [`the rest in ${files.length - 3} more files`] : [];
  return `${[...named, ...more].join(', ')}.`;
}
