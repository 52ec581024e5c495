/** A message on its way: the same id and record on every hop. */
export interface Message {
  readonly id: string;
  readonly record: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What really happened to one sending, whatever the logs can show of it. */
export type Fate = 'arrived' | 'lost' | 'rejected' | 'filtered' | 'repeat';

export interface Sending {
  readonly flow: string;
  readonly message: Message;
  readonly sentAt: number;
  readonly fate: Fate;
  /** When it arrived: for the fate `arrived`, and for what was refused and put in by hand later. */
  readonly receivedAt: number | null;
}

/** From `from` on (until `until`), what `where` matches is lost at `rate`. */
export interface LossSpell {
  readonly from: number;
  readonly until?: number;
  readonly rate: number;
  readonly where?: Readonly<Record<string, string>>;
}

export interface Hop {
  readonly from: string;
  readonly to: string;
  /** Declared in the inventory; null: not declared, so the flow's own delays are the yardstick. */
  readonly maximumDelayMs: number | null;
  /** Usual delays lie between these. */
  readonly delayMs: readonly [from: number, to: number];
  readonly losses?: readonly LossSpell[];
  readonly lateRate?: number;
  readonly duplicateRate?: number;
  /** The receiver logs the second copy as well. */
  readonly repeatsArrive?: boolean;
  readonly rejectRate?: number;
  /** A rejected message is put in by hand later, with no new line at the sender. */
  readonly rejectedArriveLater?: boolean;
  readonly filterRate?: number;
  /** Who logs that a message was withheld. */
  readonly filterLoggedBy?: 'sender' | 'receiver';
  readonly ackRate?: number;
  /** Acknowledged although nothing arrived: an acknowledgement is a claim. */
  readonly ackLostRate?: number;
  readonly rejectionText?: string;
}

export const flowName = (hop: { readonly from: string; readonly to: string }) => `${hop.from} > ${hop.to}`;
