import { expect, test } from 'vitest';
import { fittingPattern } from './fitting-pattern';

const java = '2024-03-01 10:00:00,978 INFO [main] org.quay.Feed: sent M1';

test.each([
  [
    '%{COMBINEDAPACHELOG}',
    '10.0.0.2 - ada [01/Mar/2024:10:00:00 +0000] "POST /fhir HTTP/1.1" 201 12 "-" "x/1"',
  ],
  ['%{COMMONAPACHELOG}', '10.0.0.2 - - [01/Mar/2024:10:00:00 +0000] "POST /fhir HTTP/1.1" 201 -'],
  [expect.stringContaining('JAVACLASS'), `${java}\n\tat org.quay.Feed.send(Feed.java:1)\n${java}`],
  [expect.stringContaining('TIMESTAMP_ISO8601'), '2024-03-01T10:00:00Z ERROR no answer from the lab'],
  [expect.stringContaining('DATESTAMP'), '01/03/2024 10:00:00 WARN no answer from the lab'],
  [
    '(?<date>\\S+) (?<time>\\S+) (?<peer>\\S+) (?<event>\\S+) (?<cs-uri-stem>\\S+)',
    '#Version: 1.0\n#Fields: date time c-ip cs-method cs-uri-stem\n2024-03-01 10:00:00 10.0.0.2 GET /a\n',
  ],
  [null, 'The engine sends to the lab every night.'],
  [null, ''],
])('%s', (pattern, text) => {
  expect(fittingPattern(text)).toEqual(pattern);
});
