import { expect, test } from 'vitest';
import { compilePattern } from './compile-pattern';
import { grokDictionary } from './grok-dictionary';
import { LineMatcher } from './match-lines';

const valuesOf = (pattern: string, line: string): unknown => {
  const compiled = compilePattern(pattern);
  if ('problem' in compiled) return compiled.problem;
  const [match] = new LineMatcher(compiled).match([line]);
  return match === null || match === undefined || match === 'slow'
    ? match
    : Object.fromEntries(compiled.names.map((name, index) => [name, match[index]?.value ?? null]));
};

test('every grok name is an expression', () => {
  const broken = Object.keys(grokDictionary).filter((name) => 'problem' in compilePattern(`%{${name}:x}`));
  expect(broken).toEqual([]);
});

test.each([
  ['%{TIMESTAMP_ISO8601:t}', '2024-03-01T10:00:00.123Z', { t: '2024-03-01T10:00:00.123Z' }],
  [
    '^%{DATESTAMP_EU:t} %{GREEDYDATA:rest}$',
    '01/03/2024 10:00:00 all of it',
    { t: '01/03/2024 10:00:00', rest: 'all of it' },
  ],
  ['%{QS:q}', String.raw`say "a \"b\" c"`, { q: String.raw`"a \"b\" c"` }],
  ['^%{IP:a} %{IP:b}$', '10.0.0.1 fe80::1', { a: '10.0.0.1', b: 'fe80::1' }],
  ['%{NUMBER:[timing][total]:float}', 'took 12.5 ms', { 'timing total': '12.5' }],
  [
    '%{COMMONAPACHELOG}',
    '10.1.2.3 - ann [10/Oct/2023:13:55:36 +0100] "GET /a HTTP/1.1" 200 512',
    {
      client: '10.1.2.3',
      user: 'ann',
      time: '10/Oct/2023:13:55:36 +0100',
      event: 'GET',
      request: '/a',
      version: '1.1',
      response: '200',
      bytes: '512',
    },
  ],
  [
    '%{SYSLOGBASE} %{GREEDYDATA:text}',
    'Mar  1 10:00:00 host app[12]: hello',
    { time: 'Mar  1 10:00:00', host: 'host', application: 'app', process: '12', text: 'hello' },
  ],
  ['(?i)(?P<event>SENT)', 'it was sent', { event: 'sent' }],
  ['(?>a+)(?<x>b)\\z', 'aab', { x: 'b' }],
  ['(?<x>a++)b', 'aab', { x: 'aa' }],
  ['[(](?<x>[)(]+)\\((y)', '()((y', { x: ')(' }],
  ['(?:(?<k>a)|(?<k>b))', 'b', { k: 'b' }],
  ['(?<__proto__>a)', 'a', Object.fromEntries([['__proto__', 'a']])],
])('%s', (pattern, line, expected) => {
  expect(valuesOf(pattern, line)).toEqual(expected);
});
