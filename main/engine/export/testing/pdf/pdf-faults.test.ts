import { expect, test } from 'vitest';
import { pdfExporter } from '../../pdf/pdf-exporter';
import { hostileInput, sampleInput } from '../export-inputs';
import { pdfFaults } from './pdf-faults';

test('the page of a map keeps the rules of PDF/UA that a program can check, with hostile names too', async () => {
  for (const input of [sampleInput(), hostileInput()]) {
    expect(pdfFaults(Buffer.from((await pdfExporter.write(input)).content))).toEqual([]);
  }
});

test('a file that breaks a rule is caught', async () => {
  const file = Buffer.from((await pdfExporter.write(sampleInput())).content).toString('latin1');
  const broken: readonly (readonly [from: RegExp, to: string, fault: string])[] = [
    [/\/Marked true/, '/Marked false', '6.2: not marked as tagged'],
    [/\/DisplayDocTitle true/, '/DisplayDocTitle false', '7.1: the title is not displayed'],
    [/\/Alt \(/, '/Ola (', '7.3: a figure without words'],
    [/\/S \/H1/, '/S /H2', '7.4.2: the first heading is not H1'],
    [/\/Tabs \/S/, '/Tabs /R', '7.18.3: tabs do not follow the structure'],
    [/\/ToUnicode/, '/ToUnkonde', '7.21.7: a font without Unicode'],
    [/<pdfuaid:part>1/, '<pdfuaid:part>9', '5: no PDF/UA identifier'],
  ];
  for (const [from, to, fault] of broken) {
    expect(pdfFaults(Buffer.from(file.replace(from, to), 'latin1'))).toContain(fault);
  }
});
