import type { SpanIndex } from './span-index';

/** Attributes by which a call names where it goes to, the surest first (OpenTelemetry's words, and older ones). */
const addressNames = [
  'server.address',
  'net.peer.name',
  'messaging.destination.name',
  'messaging.destination',
  'rpc.service',
  'peer.hostname',
  'http.host',
] as const;

/** Where a call goes to, as its attributes name it; null where none does. */
export function addressIn(attributes: ReadonlyMap<string, string>): string | null {
  for (const name of addressNames) {
    const value = attributes.get(name)?.trim();
    if (value) return `${name} ${value.toLowerCase()}`;
  }
  return null;
}

/**
 * Which service answers at which address, learnt from the calls of a file whose answering span is in it. A call
 * to the same address without such a span was sent to that service too. An address at which two services answer
 * (a gateway) tells nothing.
 */
export class AddressBook {
  readonly #numbers = new Map<string, number>();
  readonly #addressOf: number[] = [];
  /** By the address's number; null where two services answer. */
  readonly #services: (string | null)[] = [];

  /** A calling span, by its number in the index. */
  note(at: number, address: string): void {
    let number = this.#numbers.get(address);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(address, number);
    }
    this.#addressOf[at] = number;
  }

  /** Once every span is in the index; `nameOf` gives the service of a span by its number. */
  learn(index: SpanIndex, nameOf: (at: number) => string | null): void {
    index.eachCall((caller, answerer) => {
      const address = this.#addressOf[caller];
      const service = nameOf(answerer);
      if (address === undefined || service === null || service === nameOf(caller)) return;
      const known = this.#services[address];
      this.#services[address] = known === undefined || known === service ? service : null;
    });
  }

  /** The service that answers there, where one is known. */
  serviceAt(address: string): string | null {
    return this.#services[this.#numbers.get(address) ?? 0] ?? null;
  }
}
