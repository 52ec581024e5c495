import type { EventKind } from '../../../../../shared/model/vocabulary';
import { isBlank } from '../vocabulary/blank';
import { eventKindOf } from '../vocabulary/event-kind';

/**
 * Who wrote a line and with whom, from whichever columns a log has: writer and peer, or a message's two
 * ends. A receipt is written by the destination, everything else by the source, unless a writer is named.
 */
export function endsOf(
  kind: EventKind,
  writer: string,
  peer: string,
  from: string,
  to: string,
): { readonly writer: string; readonly peer: string } {
  if (from === '' && to === '') return { writer, peer };
  const atDestination = kind === 'received' || kind === 'filed';
  const actualWriter = writer !== '' ? writer : atDestination ? to : from;
  if (peer !== '') return { writer: actualWriter, peer };
  // A writer that is neither end (an engine's log of others' traffic) speaks for the end that acts.
  if (writer !== '' && writer !== from && writer !== to) {
    return { writer: atDestination ? to || writer : from || writer, peer: atDestination ? from : to };
  }
  return { writer: actualWriter, peer: actualWriter === from ? to : from };
}

/** The kind of an event word; in a log of process steps, words of interfaces are steps like any other. */
export function kindOfWord(word: string, isInterfaceLog: boolean): EventKind {
  const kind = eventKindOf(word);
  if (kind === null) return 'step';
  return isInterfaceLog || kind === 'heartbeat' ? kind : 'step';
}

/** The other system's name; words such as "n/a" or a dash name nobody. */
export const peerName = (text: string): string => (isBlank(text) ? '' : text);
