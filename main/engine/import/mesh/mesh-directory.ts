import type { Place } from '../../../../shared/model/citation';
import type { FactSink } from '../importer';
import { list, text } from '../json/value';
import { field } from './mesh-json';

/** A mailbox of a mailbox list. Its password is never taken. */
export function stateMailbox(value: unknown, place: Place, sink: FactSink): void {
  const name = text(value, 'mailbox_id') ?? text(value, 'mailbox_name') ?? '';
  const subject = { kind: 'system', name } as const;
  sink.state({ fact: 'exists', subject, as: 'declared' }, place);
  const organisation = text(value, 'ods_code') ?? text(value, 'org_code');
  if (organisation !== null) {
    sink.state({ fact: 'property', subject, predicate: 'organisation', value: organisation }, place);
  }
  for (const attribute of ['mailbox_name', 'billing_entity']) {
    const found = text(value, attribute);
    if (found !== null)
      sink.state({ fact: 'attribute', subject, name: attribute.replace('_', ' '), value: found }, place);
  }
  sink.accept();
}

/** A workflow declares a flow from each mailbox that may send it to each that may receive it. */
export function stateWorkflow(value: unknown, place: Place, sink: FactSink): void {
  const workflow = field(value, 'workflowId') ?? '';
  const mailboxes = (name: string): string[] =>
    list(value, name).filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  for (const from of mailboxes('senders')) {
    for (const to of mailboxes('receivers')) {
      const subject = { kind: 'flow', from, to, dataset: null } as const;
      sink.state({ fact: 'exists', subject, as: 'declared' }, place);
      sink.state({ fact: 'property', subject, predicate: 'method', value: 'MESH' }, place);
      sink.state({ fact: 'attribute', subject, name: 'workflow', value: workflow }, place);
    }
  }
  sink.accept();
}
