import { list, text } from '../../json/value';

const escaped = (value: string | null): string =>
  (value ?? '').replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

const optional = (name: string, value: string | null): string =>
  value === null ? '' : ` ${name}="${escaped(value)}"`;

/** The XML encoding of a log in the JSON one, for tests: an independent writing of the same log. */
export function xmlOf(log: unknown): string {
  const attributes = (of: unknown): string =>
    list(of, 'attributes')
      .map(
        (one) =>
          `<attribute${optional('name', text(one, 'name'))}${optional('time', text(one, 'time'))}>${escaped(text(one, 'value'))}</attribute>`,
      )
      .join('');
  const links = (of: unknown): string =>
    list(of, 'relationships')
      .map(
        (one) =>
          `<relationship${optional('object-id', text(one, 'objectId'))}${optional('qualifier', text(one, 'qualifier'))}/>`,
      )
      .join('');
  const parts = (name: 'event' | 'object'): string =>
    list(log, `${name}s`)
      .map(
        (one) =>
          `<${name}${optional('id', text(one, 'id'))}${optional('type', text(one, 'type'))}${optional('time', text(one, 'time'))}>` +
          `<objects>${links(one)}</objects><attributes>${attributes(one)}</attributes></${name}>`,
      )
      .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<log><object-types/><event-types/>\n<events>\n${parts('event')}\n</events>\n<objects>\n${parts('object')}\n</objects></log>\n`;
}
