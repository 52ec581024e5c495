import { prose } from '../../document/prose';
import { someOf } from '../../document/words';
import { ownerlessSystems } from '../../facts/totals';
import type { Judge } from './judgement';
import { outageName } from './outage-name';

/** Is there a way round what fails? */
export const judgeWayRound: Judge = ({ facts, definition, cited }) => {
  const question = 'Is there a way round?';
  const rule =
    'Red: something that is named as shared has no way round. Amber: what is shared has one. Green: nothing is shared. Not known: no dependency on record.';
  const impact = facts.impact(outageName(definition, facts));
  const shared = impact.sharedDependencies;
  const single = shared.filter(({ isSinglePointOfFailure }) => isSinglePointOfFailure);
  if (facts.estate.dependencies.length === 0 && shared.length === 0) {
    const because = prose('No source records what depends on what.');
    return { question, rule, rating: 'unknown', because };
  }
  const list = single.length > 0 ? single : shared;
  if (list.length === 0) return { question, rule, rating: 'green', because: prose('Nothing is shared.') };
  const because = prose(
    cited.findings(
      list,
      'Shared dependencies',
      'What several systems or sites need, by the sources’ dependencies.',
    ),
    ` ${list.length === 1 ? 'dependency is' : 'dependencies are'} shared${single.length > 0 ? ' with no way round' : ''}: ${someOf(
      list.map(({ name }) => name),
      2,
    )}.`,
  );
  return { question, rule, rating: single.length > 0 ? 'red' : 'amber', because };
};

/** Can data be read elsewhere meanwhile? */
export const judgeCopies: Judge = ({ facts, definition, cited }) => {
  const question = 'Can data be read elsewhere?';
  const rule =
    'Red: a dataset is unavailable everywhere. Amber: datasets can be read from older copies. Green: no dataset is affected. Not known: no dataset on record.';
  if (facts.owners().length === 0) {
    return { question, rule, rating: 'unknown', because: prose('No dataset is recorded in any system.') };
  }
  const impact = facts.impact(outageName(definition, facts));
  const gone = impact.unreachable.filter(({ kind }) => kind === 'dataset');
  const old = impact.degraded.filter(({ kind }) => kind === 'dataset');
  if (gone.length + old.length === 0) {
    return { question, rule, rating: 'green', because: prose('No dataset on record is affected.') };
  }
  const list = gone.length > 0 ? gone : old;
  const because = prose(
    cited.findings(
      list,
      gone.length > 0 ? 'Datasets that are unavailable' : 'Datasets readable elsewhere as an older copy',
      'By where each dataset is held.',
    ),
    ` ${list.length === 1 ? 'dataset' : 'datasets'} ${gone.length > 0 ? 'cannot be reached' : 'can be read only as an older copy'}: ${someOf(
      list.map(({ name }) => name),
      3,
    )}.`,
  );
  return { question, rule, rating: gone.length > 0 ? 'red' : 'amber', because };
};

/** Is somebody in charge of each system that stops? */
export const judgeStoppedOwners: Judge = ({ facts, definition, cited }) => {
  const question = 'Has each stopped system an owner?';
  const rule =
    'Red: a system that stops has no owner on record. Green: each has one. Not known: no system stops.';
  const impact = facts.impact(outageName(definition, facts));
  const stopped = new Set(impact.unreachable.filter(({ kind }) => kind === 'system').map(({ name }) => name));
  if (stopped.size === 0) {
    return { question, rule, rating: 'unknown', because: prose('No system on record stops.') };
  }
  const without = ownerlessSystems(facts).filter(({ name }) => stopped.has(name));
  if (without.length === 0) {
    return {
      question,
      rule,
      rating: 'green',
      because: prose('Each system that stops has an owner on record.'),
    };
  }
  const because = prose(
    cited.systems(without, 'Systems that stop and have no owner', 'No source names an owner in any role.'),
    ` of the systems that stop ${without.length === 1 ? 'has' : 'have'} no owner on record: ${someOf(
      without.map(({ name }) => name),
      3,
    )}.`,
  );
  return { question, rule, rating: 'red', because };
};
