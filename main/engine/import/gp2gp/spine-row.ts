import type { EventFact } from '../importer';
import { AttributeBag } from '../log/attribute-bag';

/** GP2GP interactions (NHS England, GP2GP specification); others keep their own code. */
const interactions: Readonly<Record<string, string>> = {
  RCMR_IN010000: 'EHR request',
  RCMR_IN030000: 'EHR extract',
  COPC_IN000001: 'EHR fragment',
  MCCI_IN010000: 'application acknowledgement',
};
const acknowledgement = 'MCCI_IN010000';

/** jdiEvent of an acknowledgement that accepts: none, 0, or 15 (the record was there already). */
const acceptances = new Set(['', 'NONE', '0', '00', '15']);
/** Words with which the export says that it has nothing to say. */
const nothing = /^(|-|none|null|unknown|notprovided|not provided)$/i;

/** One row of the export, by its header's names. */
export type SpineRow = (name: string) => string;

/**
 * A row is a message as it passed the Spine: its sender sent it. The acknowledgement of an earlier message
 * (messageRef) is a line about its recipient, in the log of whoever had sent that message.
 */
export function spineEvent(
  row: SpineRow,
  time: number | null,
  line: number,
  nameOf: (party: string) => string,
): EventFact {
  const said = (name: string): string | null => (nothing.test(row(name)) ? null : row(name));
  const party = (name: string): string | null => {
    const found = said(name);
    return found === null ? null : nameOf(found);
  };
  const interaction = row('interactionID').split('/').at(-1) ?? '';
  const code = /^([A-Z]{4}_IN\d{6})/.exec(interaction)?.[1] ?? '';
  const word = Object.hasOwn(interactions, code) ? interactions[code] : undefined;
  const isAcknowledgement = code === acknowledgement && said('messageRef') !== null;
  const isAccepted = acceptances.has(row('jdiEvent').toUpperCase());
  const bag = new AttributeBag()
    .add('interaction', interaction)
    .add('from system', said('fromSystem'))
    .add('to system', said('toSystem'))
    .add('error', isAcknowledgement && isAccepted ? null : said('jdiEvent'));
  if (isAcknowledgement) {
    return {
      time,
      system: party('messageRecipient'),
      activity: isAccepted ? 'acknowledgement' : `acknowledgement ${row('jdiEvent')}`,
      kind: isAccepted ? 'acknowledged' : 'rejected',
      peer: party('messageSender'),
      message: said('messageRef'),
      record: said('conversationID'),
      attributes: bag.add('own message', said('GUID')).toRecord(),
      line,
    };
  }
  return {
    time,
    system: party('messageSender'),
    activity: word ?? (interaction || 'message'),
    kind: 'sent',
    peer: party('messageRecipient'),
    message: said('GUID'),
    record: said('conversationID'),
    attributes: bag.add('reference', said('messageRef')).toRecord(),
    line,
  };
}

/** The supplier's product that a party uses, where the row names it. */
export function suppliersOf(row: SpineRow): (readonly [party: string, product: string])[] {
  const pairs = [
    [row('messageSender'), row('fromSystem')],
    [row('messageRecipient'), row('toSystem')],
  ] as const;
  return pairs.filter(([party, product]) => !nothing.test(party) && !nothing.test(product));
}
