import type { TableKind } from '../../../../../shared/model/mapping';

/** A meaning that a header says in words of its own: "Counterpart node" as well as "Other system". */
interface Phrase {
  readonly field: string;
  readonly kinds: readonly TableKind[];
  /** What the column holds, and of what. */
  readonly thing: RegExp;
  readonly which: RegExp;
}

const system = /^(system|application|app|node|server|service|party|end|side|endpoint|component|platform)$/;
const number = /^(id|ids|identifier|ref|reference|number|no|num|nr|key|guid|uuid|uid|serial|handle)$/;
const moment = /^(time|timestamp|datetime|moment|instant|clock|stamp|date)$/;
const both: readonly TableKind[] = ['log', 'flows'];
const controlled: readonly TableKind[] = ['systems', 'flows', 'datasets'];
/** What a header asks of a control: whether it is there, and how often. */
const asked =
  /^(nightly|daily|weekly|hourly|monthly|regular|automatic|automated|full|offsite|enabled|place|present|status|taken|done|exists|available|active|kept|retained|performed|carried|tested|schedule|regime|arrangements|solution|provision|level|is|are|has|have|it|there|does|any)$/;

const phrases: readonly Phrase[] = [
  {
    field: 'system',
    kinds: ['log'],
    thing: system,
    which: /^(recording|reporting|logging|writing|local|own|this|capturing|observing|logged)$/,
  },
  {
    field: 'peer',
    kinds: ['log'],
    thing: system,
    which:
      /^(counterpart|counterparty|other|remote|partner|far|opposite|peer|connected|external|corresponding|correspondent|trading|adjacent|neighbour|neighbouring|linked|facing|communicating)$/,
  },
  {
    field: 'source',
    kinds: both,
    thing: system,
    which:
      /^(source|sending|sender|origin|originating|from|producing|producer|upstream|publishing|publisher|supplying|issuing|exporting|transmitting|providing|emitting)$/,
  },
  {
    field: 'destination',
    kinds: both,
    thing: system,
    which:
      /^(target|destination|receiving|receiver|recipient|to|consuming|consumer|downstream|subscribing|subscriber|importing|accepting|addressee)$/,
  },
  {
    field: 'message',
    kinds: ['log'],
    thing: number,
    which: /^(message|msg|envelope|interchange|transaction|packet|correlation|telegram|transmission)$/,
  },
  {
    field: 'record',
    kinds: ['log', 'extract', 'crosswalk'],
    thing: number,
    which:
      /^(patient|person|subject|client|citizen|member|resident|customer|pupil|case|record|hospital|nhs)$/,
  },
  {
    field: 'time',
    kinds: ['log'],
    thing: moment,
    which: /^(event|message|log|logged|logging|entry|recorded|occurred|occurrence|transaction|line|written)$/,
  },
  {
    field: 'backup',
    kinds: controlled,
    thing: /^(backups?|backed)$/,
    which: asked,
  },
  {
    field: 'logging',
    kinds: controlled,
    thing: /^(logging|logs|audit|audited)$/,
    which: asked,
  },
  {
    field: 'reconciliation',
    kinds: controlled,
    thing: /^(reconciliations?|reconciled|recon|balancing)$/,
    which: asked,
  },
  {
    field: 'monitoring',
    kinds: controlled,
    thing: /^(monitoring|monitored|alerting)$/,
    which: asked,
  },
  {
    field: 'maximumDelay',
    kinds: ['flows'],
    thing: /^(delay|latency|lag|transit|delivery|turnaround|wait|time|minutes|hours)$/,
    which: /^(max|maximum|longest|permitted|allowed|agreed|tolerated|acceptable|permissible|greatest)$/,
  },
];

/** Below every name that a list has. */
export const phraseWeight = 1.4;
/** Of a longer header nobody can say what it means by two of its words. */
const mostWords = 4;
const fillers = /^(name|of|the|a|an|for|s|in|and)$/;

/** The fields that a header's words describe. */
export function fieldsOfPhrase(
  header: string,
): readonly { readonly field: string; readonly kinds: readonly TableKind[] }[] {
  const words = header
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !fillers.test(word));
  if (words.length < 2 || words.length > mostWords) return [];
  return phrases.filter(
    ({ thing, which }) => words.some((word) => thing.test(word)) && words.some((word) => which.test(word)),
  );
}
