import type { StatableQuestion, StatableSubject } from '../../shared/contract/edit-methods';
import { t } from '../strings/text';

/** "Letters in Birch Hub", "Alder Register > Birch Hub (Letters)": how a statement's subject is named. */
export function subjectText(subject: StatableSubject): string {
  switch (subject.kind) {
    case 'holding':
      return t('correct.holding', { dataset: subject.dataset, system: subject.system });
    case 'flow':
      return `${subject.from} > ${subject.to}${subject.dataset === null ? '' : ` (${subject.dataset})`}`;
    default:
      return subject.name;
  }
}

/** "Information asset owner", "Site", "Backup": what is asked. */
export function questionText(question: StatableQuestion): string {
  switch (question.fact) {
    case 'property':
      return t(`property.${question.predicate}`);
    case 'responsibility':
      return t(`role.${question.role}`);
    case 'control':
      return t(`control.${question.control}`);
    case 'attribute':
      return question.name;
  }
}
