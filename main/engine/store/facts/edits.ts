import { createHash } from 'node:crypto';
import type { Edit, StatableFact } from '../../../../shared/contract/edit-methods';
import { ExpectedFailure } from '../../expected-failure';
import type { Fact } from '../../import/fact';
import { appendToLog } from '../case-log';
import type { Database } from '../database';
import { findNamed } from '../names/find-named';
import { Identities } from '../names/identities';
import { keepNames } from '../names/keep-names';
import { rebuildSearchIndex, settleSpellings } from '../names/spellings';
import { FactWriter } from './fact-writer';
import { rivalAssertions } from './rival-assertions';

interface EditDetail {
  readonly author: string;
  readonly reason: string;
  readonly summary: string;
  /** Assertions that the act made. */
  readonly stated: readonly number[];
  /** Assertions that the act set aside. */
  readonly setAside: readonly number[];
  readonly isOfNames?: boolean;
  /** SHA-256 over the assertions that the act made; acts of older versions have none. */
  readonly digest?: string;
}

interface Act {
  readonly author: string;
  readonly reason: string;
}

const bumpRevision =
  "INSERT INTO meta (key, value) VALUES ('revision', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1";

/**
 * Stores what a person states as assertions with author, time and reason, and sets aside those that it
 * corrects. Nothing is ever deleted: an assertion set aside points to one that says by whom and why.
 */
export function stateByHand(
  db: Database,
  facts: readonly StatableFact[],
  /** Ids of assertions, or all that answer the same questions. */
  chosen: readonly number[] | 'rivals',
  act: Act,
): Edit {
  if (facts.length === 0 && (chosen === 'rivals' || chosen.length === 0))
    throw new ExpectedFailure('arguments', 'There is nothing to state.');
  const at = new Date().toISOString();
  return db.transaction(() => {
    const before = lastAssertion(db);
    const writer = new FactWriter(db, new Identities(db), { author: act.author, at, reason: act.reason });
    for (const fact of facts) writer.state(factOf(checkedNames(db, fact)), { line: 0 });
    const stated = db
      .all<{ id: number }>('SELECT id FROM assertion WHERE id > ?', before)
      .map((row) => row.id);
    const setAside = chosen === 'rivals' ? rivalAssertions(db, stated) : chosen;
    setAsideAssertions(db, setAside, act, at);
    const summary = [
      ...facts.map(summaryOf),
      ...(setAside.length > 0 ? [`${setAside.length} statements set aside`] : []),
    ].join('; ');
    const detail: EditDetail = {
      ...act,
      summary,
      stated,
      setAside,
      isOfNames: facts.some(({ fact }) => fact === 'sameName'),
      digest: statementDigest(db, stated),
    };
    return finish(db, 'edit', detail, act.author);
  });
}

/** A word on two names has to change something, and what it is about is what the case knows by the name. */
function checkedNames(db: Database, fact: StatableFact): StatableFact {
  if (fact.fact !== 'sameName') return fact;
  const { kind } = fact.subject;
  const found = findNamed(db, kind, fact.subject.name);
  if (found === null) {
    throw new ExpectedFailure(
      'not-found',
      `There is no ${kind} "${fact.subject.name}" in this case. "names" lists them.`,
    );
  }
  const other = findNamed(db, kind, fact.name);
  // A system may be given a name that only its logs will use; the others are two names that sources write.
  if (kind === 'party' && other === null) {
    throw new ExpectedFailure(
      'not-found',
      `There is no party "${fact.name}" in this case. "names" lists them.`,
    );
  }
  if ((other?.id === found.id) === fact.isSame) {
    throw new ExpectedFailure(
      'arguments',
      fact.isSame
        ? `"${fact.name}" is read as ${found.name} already.`
        : `"${fact.name}" is not read as ${found.name}: there is nothing to take apart.`,
    );
  }
  // Two of several names are parted: a party's word is about the names as they are written.
  return kind === 'party' ? fact : { ...fact, subject: { kind, name: found.name } };
}

/** Takes an act back, or (redo) lets it stand again. */
export function undoEdit(db: Database, id: number, act: Act, redo: boolean): Edit {
  return db.transaction(() => {
    const edit = readEdits(db).find((e) => e.id === id);
    const detail = detailOf(db, id);
    if (!edit || !detail) throw new ExpectedFailure('not-found', `The case has no edit ${id}.`);
    if (edit.stands === redo) {
      throw new ExpectedFailure(
        'arguments',
        redo ? 'This edit stands already.' : 'This edit was undone already.',
      );
    }
    const at = new Date().toISOString();
    const [dropped, restored] = redo ? [detail.setAside, detail.stated] : [detail.stated, detail.setAside];
    setAsideAssertions(db, dropped, act, at);
    for (const assertion of restored)
      db.run('UPDATE assertion SET retracted_by = NULL WHERE id = ?', assertion);
    appendToLog(db, redo ? 'redo edit' : 'undo edit', { ...act, edit: id }, act.author);
    publish(db);
    return { ...edit, stands: redo };
  });
}

/** A person's acts, newest first. */
export function readEdits(db: Database): readonly Edit[] {
  const rows = db.all<{ id: number; at: string; action: string; detail: string }>(
    "SELECT id, at, action, detail FROM case_log WHERE action IN ('edit', 'undo edit', 'redo edit') ORDER BY id",
  );
  const edits = new Map<number, Edit>();
  for (const { id, at, action, detail } of rows) {
    const parsed = JSON.parse(detail) as EditDetail & { edit?: number };
    if (action === 'edit') {
      const { author, reason, summary } = parsed;
      edits.set(id, { id, at, author, reason, summary, isOfNames: parsed.isOfNames ?? false, stands: true });
    } else {
      const target = edits.get(parsed.edit ?? -1);
      if (target) edits.set(target.id, { ...target, stands: action === 'redo edit' });
    }
  }
  return [...edits.values()].reverse();
}

/** SHA-256 over a person's assertions in order: what `verify` compares with the log's entry of the act. */
function statementDigest(db: Database, ids: readonly number[]): string {
  const hash = createHash('sha256');
  const rows = db.iterateArrays(
    `SELECT id, subject_kind, subject_id, predicate, value, detail, author, at, reason
     FROM assertion WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  );
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

/** Null where every act's statements are as they were made and stand or not as the log says; else the act. */
export function findChangedStatement(db: Database): string | null {
  for (const { id, summary, stands } of readEdits(db)) {
    const detail = detailOf(db, id);
    if (detail?.digest === undefined) continue;
    const standing =
      db.get<{ n: number }>(
        'SELECT count(*) AS n FROM assertion WHERE retracted_by IS NULL AND id IN (SELECT value FROM json_each(?))',
        JSON.stringify(detail.stated),
      )?.n ?? 0;
    const isChanged = statementDigest(db, detail.stated) !== detail.digest;
    // A later act may set a statement of this one aside; an act that was undone leaves none standing.
    if (isChanged || (!stands && standing > 0)) return summary;
  }
  return null;
}

const lastAssertion = (db: Database): number =>
  db.get<{ id: number | null }>('SELECT max(id) AS id FROM assertion')?.id ?? 0;

function setAsideAssertions(db: Database, ids: readonly number[], act: Act, at: string): void {
  for (const id of ids) {
    if (!db.get('SELECT 1 FROM assertion WHERE id = ?', id)) {
      throw new ExpectedFailure('not-found', `The case has no statement ${id}. Refresh and choose again.`);
    }
    const by = db.run(
      `INSERT INTO assertion (subject_kind, subject_id, predicate, value, line, author, at, reason)
       VALUES ('assertion', ?, 'set aside', 'yes', 0, ?, ?, ?)`,
      id,
      act.author,
      at,
      act.reason,
    ).id;
    db.run('UPDATE assertion SET retracted_by = ? WHERE id = ?', by, id);
  }
}

function detailOf(db: Database, id: number): EditDetail | null {
  const row = db.get<{ detail: string }>("SELECT detail FROM case_log WHERE id = ? AND action = 'edit'", id);
  return row ? (JSON.parse(row.detail) as EditDetail) : null;
}

function finish(db: Database, action: string, detail: EditDetail, actor: string): Edit {
  appendToLog(db, action, detail, actor);
  publish(db);
  const [edit] = readEdits(db);
  if (!edit) throw new Error('the edit just written is not in the log');
  return edit;
}

function publish(db: Database): void {
  settleSpellings(db);
  rebuildSearchIndex(db, keepNames(db));
  db.run(bumpRevision);
}

function factOf(fact: StatableFact): Fact {
  if (fact.fact === 'exists') return { ...fact, as: 'declared' };
  if (fact.fact === 'warning') return { ...fact, at: fact.at === null ? null : Date.parse(fact.at) * 1000 };
  if (fact.fact === 'control') {
    const { detail, ...rest } = fact;
    return detail === undefined ? rest : { ...rest, detail };
  }
  return fact;
}

/** As the case log and the window tell it: a sentence's beginning. */
const summaryOf = (fact: StatableFact): string => capital(wordsOf(fact));

function wordsOf(fact: StatableFact): string {
  switch (fact.fact) {
    case 'exists':
      return `${showSubject(fact.subject)} exists`;
    case 'property':
      return `${inWords(fact.predicate)} of ${showSubject(fact.subject)}: ${fact.value}`;
    case 'attribute':
      return `${fact.name} of ${showSubject(fact.subject)}: ${fact.value}`;
    case 'responsibility':
      return `${fact.role} of ${showSubject(fact.subject)}: ${fact.party}`;
    case 'control':
      return `${fact.control} of ${showSubject(fact.subject)}: ${fact.state}`;
    case 'dependency':
      return `${showSubject(fact.from)} depends on ${showSubject(fact.to)}`;
    case 'sameName':
      return fact.isSame
        ? `${fact.name} is another name of ${fact.subject.name}`
        : `${fact.name} is not ${fact.subject.name}`;
    case 'warning':
      return `warning: ${fact.text.slice(0, 80)}`;
  }
}

/** "endOfLife" as "end of life". */
const inWords = (predicate: string): string =>
  predicate.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type StatableSubject = Extract<StatableFact, { fact: 'exists' }>['subject'];

function showSubject(subject: StatableSubject): string {
  switch (subject.kind) {
    case 'holding':
      return `${subject.dataset} in ${subject.system}`;
    case 'flow':
      return `${subject.from} > ${subject.to}${subject.dataset === null ? '' : ` (${subject.dataset})`}`;
    default:
      return subject.name;
  }
}
