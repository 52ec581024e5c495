import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArgsOf, MethodName, ResultOf } from '../../../../shared/contract/contract';
import type { ReportDefinition, ReportTemplate } from '../../../../shared/model/report';
import { importedCase } from '../../analyse/testing/imported-case';
import { beats, flowsText, type Line, logText } from '../../analyse/testing/small-logs';
import { createEngine } from '../../engine';

const systems = `Application Name,Business owner,Vendor,Data Centre,Backup?,Reconciliation
Birch Hub,Dr Ada Fennimore,Northlight Ltd,East Hall,no,no
Cedar Archive,Head of Records,Ravel plc,West Hall,yes,no
Dogwood Store,,Ravel plc,West Hall,yes,yes
`;

const assets = `Information Asset,System,Data Controller,Data Processor,Information Asset Owner
Letters,Birch Hub,Wexford Trust,Northlight Ltd,Dr Ada Fennimore
Letters,Cedar Archive,,Ravel plc,Head of Records
`;

const sites = `Site,Kind,Depends on
East Hall,site,Old Firewall
West Hall,site,Old Firewall
Old Firewall,network,
`;

const warnings = `Date,Warning,About,From,To
2024-05-05,Letters from birch-hub go missing,Birch Hub,Dr Ada Fennimore,Head of Records
`;

/** Birch sends forty letters to Cedar, of which every fourth after the twentieth never arrives. */
function logLines(): readonly Line[] {
  const sent = Array.from(
    { length: 40 },
    (_, index): Line => [
      10 + index * 10,
      'Birch Hub',
      'sent',
      'Cedar Archive',
      `M-${index}`,
      `94765${String(10_000 + index)}`,
    ],
  );
  const received = sent
    .filter((_, index) => index < 20 || index % 4 !== 0)
    .map(
      ([minute, , , , message, record]): Line => [
        Number(minute) + 1,
        'Cedar Archive',
        'received',
        'Birch Hub',
        message ?? '',
        record ?? '',
      ],
    );
  return [...sent, ...received, ...beats('Birch Hub', 0, 1200), ...beats('Cedar Archive', 0, 1200)].sort(
    ([a], [b]) => (a ?? 0) - (b ?? 0),
  );
}

export interface ReportCase {
  readonly call: <M extends MethodName>(method: M, args: ArgsOf<M>) => Promise<ResultOf<M>>;
  readonly folder: string;
  template(template: ReportTemplate): Promise<ReportDefinition>;
  /** Writes the report and gives its bytes. */
  write(definition: ReportDefinition, name: string): Promise<Buffer>;
  remove(): void;
}

/** Three systems of two suppliers, one flow that loses five letters, an owner missing and a warning. */
export async function reportCase(): Promise<ReportCase> {
  const temporary = await importedCase({
    'systems.csv': systems,
    'assets.csv': assets,
    'sites.csv': sites,
    'warnings.csv': warnings,
    'flows.csv': flowsText([
      ['Birch Hub', 'Cedar Archive', 60],
      ['Cedar Archive', 'Dogwood Store', 60],
    ]),
    'birch-hub.csv': logText(logLines()),
  });
  const engine = createEngine();
  engine.context.use(temporary.openCase);
  const folder = join(temporary.openCase.path, '..');
  const call: ReportCase['call'] = async (method, args) => {
    const outcome = await engine.call(method, args);
    if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
    return outcome.value as never;
  };
  return {
    call,
    folder,
    template: (template) => call('report.template', { template }),
    async write(definition, name) {
      const file = join(folder, name);
      await call('report.write', { definition, file });
      return readFileSync(file);
    },
    remove: () => temporary.remove(),
  };
}
