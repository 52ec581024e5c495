import type { ResponsibilityRole } from '../../../../../shared/model/vocabulary';
import type { Subject } from '../../fact';
import type { FactSink } from '../../importer';
import { meaningsOf } from '../plan/field-dictionary';
import { splitNames } from '../vocabulary/names-in-cell';
import { type RaciLetter, raciWords } from './raci';
import { roleTenures } from './role-tenures';
import type { RowAccess } from './row-access';
import { stateAsAttribute } from './state-properties';

/** Roles that are held over data: what a row of a system says of them holds for the data it lists too. */
export const dataRoleFields: readonly string[] = [
  'informationAssetOwner',
  'informationAssetAdministrator',
  'steward',
  'controller',
  'jointController',
  'processor',
  'subProcessor',
];

const roleOfField: Readonly<Record<string, ResponsibilityRole>> = {
  owner: 'owner',
  informationAssetOwner: 'information asset owner',
  informationAssetAdministrator: 'information asset administrator',
  seniorInformationRiskOwner: 'senior information risk owner',
  caldicottGuardian: 'caldicott guardian',
  businessOwner: 'business owner',
  itOwner: 'it owner',
  steward: 'steward',
  custodian: 'custodian',
  controller: 'controller',
  jointController: 'joint controller',
  processor: 'processor',
  subProcessor: 'sub-processor',
  host: 'host',
};

/** The role that a word means over a column of a wide sheet, in any language: registers write the same words. */
export const roleOfHeader = (text: string): ResponsibilityRole | null =>
  meaningsOf(text, 'systems').flatMap(({ field }) => roleOfField[field] ?? [])[0] ?? null;

/** The people whom a row names, in their roles; a column that is left blank is a question left open. */
export function stateResponsibilities(
  row: RowAccess,
  sink: FactSink,
  subject: Subject,
  only: readonly string[] | null = null,
): void {
  const tenures = roleTenures(row);
  for (const [field, role] of Object.entries(roleOfField)) {
    if (!row.has(field) || (only !== null && !only.includes(field))) continue;
    const cell = row.cell(field);
    const names = splitNames(cell);
    if (names.length > 0 && names.every((name) => /^(https?:\/\/|\\\\)\S+$/i.test(name))) {
      // Where a contract lies says that there is a processor, not who.
      stateAsAttribute(row, sink, subject, field);
      continue;
    }
    if (names.length === 0 && optionalRoles.includes(field) && isNotApplicable(cell, row.headerOf(field))) {
      stateAsAttribute(row, sink, subject, field, true);
      continue;
    }
    if (names.length === 0) sink.state({ fact: 'responsibility', subject, role, party: null }, row.place);
    if (names.some((name) => sysId.test(name))) {
      sink.note(
        'Some owners are given by the sys_id of their record and not by name. Export the list with display values to have their names.',
      );
    }
    for (const party of names)
      sink.state({ fact: 'responsibility', subject, role, party, ...tenures.get(field) }, row.place);
  }
  if (only === null) stateRaci(row, sink, subject);
}

/** ServiceNow's key of a record. */
const sysId = /^[0-9a-f]{32}$/i;

/** Roles that a dataset may rightly be without: "none" answers the question, and is no gap. */
const optionalRoles: readonly string[] = ['jointController', 'processor', 'subProcessor'];

const isNotApplicable = (cell: string, header: string): boolean =>
  cell === ''
    ? /if (applicable|any|possible)/i.test(header)
    : /^(n\W?a|none|not applicable|nil)\W*$/i.test(cell);

/** The cells of a RACI matrix, whose other columns are parties. */
function stateRaci(row: RowAccess, sink: FactSink, subject: Subject): void {
  const cells = [...row.raci()];
  for (const [party, letters] of cells) stateRaciParty(sink, subject, letters, party, row.place);
}

/**
 * Who is accountable owns; who does the work, is asked or told does not. An item that lists such people and
 * names nobody accountable has a question left open.
 */
export function stateRaciParty(
  sink: FactSink,
  subject: Subject,
  letters: readonly RaciLetter[],
  party: string,
  place: RowAccess['place'],
): void {
  const isAccountable = letters.includes('a');
  sink.state({ fact: 'responsibility', subject, role: 'owner', party: isAccountable ? party : null }, place);
  for (const letter of letters) {
    if (letter !== 'a')
      sink.state({ fact: 'attribute', subject, name: raciWords[letter], value: party }, place);
  }
}
