import { prose } from '../../document/prose';
import { flowWords, someOf } from '../../document/words';
import { findingsOf, ownerlessSystems } from '../../facts/totals';
import type { Judge } from './judgement';

/** Does every system have an owner? */
export const judgeSystemOwners: Judge = ({ facts, cited }) => {
  const systems = facts.systems();
  const without = ownerlessSystems(facts);
  const disputed = systems.filter(({ ownerState }) => ownerState === 'conflicting');
  const question = 'Does every system have an owner?';
  const rule =
    'Red: a system of an inventory has no owner on record. Amber: sources disagree, or a system is on no inventory. Green: one undisputed owner each. Not known: no inventory.';
  if (systems.length === 0) {
    return { question, rule, rating: 'unknown', because: prose('No inventory of systems is in this case.') };
  }
  if (without.length === 0 && disputed.length === 0) {
    const because = prose('Each of ', cited.allSystems(), ' systems has one undisputed owner.');
    return { question, rule, rating: 'green', because };
  }
  const names = (without.length > 0 ? without : disputed).map(({ name }) => name);
  const because = prose(
    without.length > 0
      ? cited.systems(
          without,
          'Systems without an owner on record',
          'No source names an owner, business owner, information asset owner or IT owner.',
        )
      : cited.systems(disputed, 'Systems with a disputed owner', 'Sources name different owners.'),
    ' of ',
    cited.allSystems(),
    ` systems ${without.length > 0 ? 'have no owner on record' : 'have a disputed owner'}: ${someOf(names, 3)}.`,
  );
  const isRed = without.some(({ declared }) => declared);
  return { question, rule, rating: isRed ? 'red' : 'amber', because };
};

/** Does every dataset have a controller? */
export const judgeControllers: Judge = ({ facts, cited }) => {
  const rows = facts.owners();
  const missing = rows.filter(({ state }) => state === 'missing');
  const disputed = rows.filter(({ state }) => state === 'conflicting');
  const question = 'Does every dataset have a controller?';
  const rule =
    'Red: a dataset in a system has no controller on record. Amber: sources disagree on a role. Green: a controller each and no dispute. Not known: no dataset on record.';
  if (rows.length === 0) {
    return { question, rule, rating: 'unknown', because: prose('No dataset is recorded in any system.') };
  }
  if (missing.length === 0 && disputed.length === 0) {
    const because = prose(
      'A controller is named for each of ',
      cited.holdings(rows, 'Datasets in systems', 'Every dataset that a source places in a system.'),
      ' datasets in systems.',
    );
    return { question, rule, rating: 'green', because };
  }
  const because = prose(
    'Of ',
    cited.holdings(rows, 'Datasets in systems', 'Every dataset that a source places in a system.'),
    ' datasets in systems, ',
    cited.holdings(
      missing,
      'Datasets in systems without a controller',
      'The source leaves the controller blank, or no source has the question.',
    ),
    ' have no controller; on ',
    cited.holdings(
      disputed,
      'Datasets in systems with a disputed role',
      'Sources name different parties in one role.',
    ),
    ' sources disagree.',
  );
  return { question, rule, rating: missing.length > 0 ? 'red' : 'amber', because };
};

/** Is there one system of record for each dataset? */
export const judgeSystemsOfRecord: Judge = ({ facts, cited }) => {
  const several = findingsOf(facts, 'several-systems-of-record');
  const question = 'Is there one system of record each?';
  const rule =
    'Amber: a dataset has several systems of record, or none. Green: one each. Not known: no dataset on record.';
  const roles = new Map<string, Set<string>>();
  for (const { dataset, role } of facts.owners()) {
    roles.set(dataset, (roles.get(dataset) ?? new Set()).add(role));
  }
  if (roles.size === 0) {
    return { question, rule, rating: 'unknown', because: prose('No dataset is recorded in any system.') };
  }
  const none = [...roles].filter(([, held]) => !held.has('system of record')).map(([dataset]) => dataset);
  if (several.length + none.length === 0) {
    const because = prose('One system of record is named for each dataset.');
    return { question, rule, rating: 'green', because };
  }
  const lines = facts
    .owners()
    .filter(({ dataset }) => none.includes(dataset))
    .flatMap(({ citations }) => citations.slice(0, 1).map(({ file, line }) => ({ file, line })));
  const because = prose(
    ...(several.length > 0
      ? [
          cited.findings(
            several,
            'Datasets with several systems of record',
            'The role of each system for the dataset, as sources state it.',
          ),
          ` ${several.length === 1 ? 'dataset has' : 'datasets have'} several (${someOf(
            several.map(({ subject }) => subject),
            2,
          )})`,
        ]
      : []),
    several.length > 0 && none.length > 0 ? '; ' : '',
    ...(none.length > 0
      ? [
          cited.value(
            none.length,
            'Datasets without a system of record',
            'No source calls any system that.',
            lines,
          ),
          ` ${none.length === 1 ? 'has' : 'have'} none (${someOf(none, 2)})`,
        ]
      : []),
    '.',
  );
  return { question, rule, rating: 'amber', because };
};

/** Are roles kept apart? */
export const judgeRoles: Judge = ({ facts, cited }) => {
  const merged = findingsOf(facts, 'processor-as-owner', 'one-person-siro-and-guardian');
  const question = 'Are the roles kept apart?';
  const rule =
    'Red: a processor is shown as owner. Amber: one person is both senior information risk owner and Caldicott Guardian. Green: neither. Not known: no role on record.';
  if (facts.owners().length === 0) {
    return { question, rule, rating: 'unknown', because: prose('No role is recorded for any dataset.') };
  }
  if (merged.length === 0) {
    const because = prose(
      'No processor is shown as owner, and no person holds two roles that check each other.',
    );
    return { question, rule, rating: 'green', because };
  }
  const because = prose(
    'In ',
    cited.findings(
      merged,
      'Roles that are not kept apart',
      'A processor named as owner, or one person in two roles.',
    ),
    ` ${merged.length === 1 ? 'case' : 'cases'} they are not: ${someOf(
      merged.map(
        ({ subject, title }) => `${title.charAt(0).toLowerCase()}${title.slice(1)} (${flowWords(subject)})`,
      ),
      2,
    )}.`,
  );
  const isRed = merged.some(({ code }) => code === 'processor-as-owner');
  return { question, rule, rating: isRed ? 'red' : 'amber', because };
};

/** Do planned flows have an owner? */
export const judgePlans: Judge = ({ facts, cited }) => {
  const planned = [...facts.estate.flows.values()].filter(
    (flow) => flow.status.value === 'planned' && flow.citations.length > 0,
  );
  const without = findingsOf(facts, 'planned-flow-without-owner');
  const question = 'Is what is planned owned?';
  const rule =
    'Red: a planned flow has no owner. Green: every planned flow has one. Not known: none is planned.';
  if (planned.length === 0) {
    return { question, rule, rating: 'unknown', because: prose('No planned flow is on record.') };
  }
  if (without.length === 0) {
    const because = prose('Every planned flow has an owner on record.');
    return { question, rule, rating: 'green', because };
  }
  const because = prose(
    cited.findings(
      without,
      'Planned flows without an owner',
      'Declared as planned, with no owner on record.',
    ),
    ` planned ${without.length === 1 ? 'flow has' : 'flows have'} no owner: ${someOf(
      without.map(({ subject }) => flowWords(subject)),
      2,
    )}.`,
  );
  return { question, rule, rating: 'red', because };
};
