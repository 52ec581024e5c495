import { afterEach, describe, expect, it } from 'vitest';
import type { ListedFinding } from '../../../../shared/contract/analysis-methods';
import { findBrokenLink, readLog } from '../../store/case-log';
import { readEstate } from '../../store/facts/estate-reader';
import { estateFiles, readTruth } from '../testing/estate-truth';
import { hasData, importedCase, type TemporaryCase } from '../testing/imported-case';
import { acceptFinding, reopenFinding } from './accept-finding';
import { listFindings } from './list-findings';
import { rules } from './registry';

const open: TemporaryCase[] = [];
const found = async (files: Parameters<typeof importedCase>[0]): Promise<readonly ListedFinding[]> => {
  const one = await importedCase(files);
  open.push(one);
  return listFindings(one.openCase, readEstate(one.openCase.db));
};
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

const subjects = (findings: readonly ListedFinding[], code: string): readonly string[] =>
  findings.filter((one) => one.code === code).map((one) => one.subject);
const inShort = (findings: readonly ListedFinding[], ...codes: string[]) =>
  findings
    .filter((one) => codes.includes(one.code))
    .map(({ code, severity, subject }) => `${severity} ${code}: ${subject}`);
const flowNames = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join(' > '));

describe.skipIf(!hasData('estates'))('findings on the estates', () => {
  for (const estate of ['plain', 'wild']) {
    it(`are those seeded in "${estate}", with the lines that show them, in whatever order it is imported`, async () => {
      const truth = readTruth(estate);
      const findings = await found(estateFiles(estate));
      const flows = Object.values(truth.flows);
      expect({
        withoutOwner: subjects(findings, 'system-without-owner'),
        withoutController: subjects(findings, 'dataset-without-controller'),
        undeclared: subjects(findings, 'undeclared-flow'),
        silent: subjects(findings, 'silent-flow'),
        planned: subjects(findings, 'planned-flow-without-owner'),
        lost: [...subjects(findings, 'messages-lost')].sort(),
        stuck: findings.find((one) => one.code === 'stuck-queue')?.title,
        objections: subjects(findings, 'flags-not-passed-on'),
        withoutEvidence: findings.filter((one) => one.evidence.length === 0).map((one) => one.id),
        unknownCodes: findings.filter((one) => !rules.some((rule) => rule.codes.includes(one.code))),
        repeated: findings.length - new Set(findings.map((one) => one.id)).size,
      }).toEqual({
        withoutOwner: truth.no_owner_systems,
        withoutController: truth.no_controller_datasets,
        undeclared: flowNames(truth.undeclared_flows),
        silent: flowNames(truth.silent_flows),
        planned: flowNames(truth.planned_flows),
        lost: flows
          .filter((flow) => flow.lost_ids.length > 0)
          .map((flow) => `${flow.from} > ${flow.to}`)
          .sort(),
        stuck: `${truth.stuck_queue.length} messages queued and never sent on`,
        objections: [`GP System B > National Preference Store`],
        withoutEvidence: [],
        unknownCodes: [],
        repeated: 0,
      });
      expect(await found([...estateFiles(estate)].reverse())).toEqual(findings);
    }, 60_000);
  }
});

const systems = (rows: readonly string[]): string =>
  ['System,Owner,Supplier,Site,End of life,Backup,Logging,Reconciliation', ...rows].join('\n');

describe('findings', () => {
  it('tell an owner left blank from one that nobody asked for', async () => {
    const asked = await found({
      'systems.csv': systems(['A,Trust,S,DC,,yes,yes,yes', 'B,,S,DC,,yes,yes,yes']),
    });
    const never = await found({ 'systems.csv': 'System,Supplier,Site,Purpose\nA,S,DC,x\nB,S,DC,y' });
    const codes = ['system-without-owner', 'system-owner-not-recorded'];
    expect([inShort(asked, ...codes), inShort(never, ...codes)]).toEqual([
      ['high system-without-owner: B'],
      ['low system-owner-not-recorded: A', 'low system-owner-not-recorded: B'],
    ]);
  });

  it('keep absent, not recorded and disputed controls apart', async () => {
    const findings = await found({
      'systems.csv': systems(['A,Trust,S,DC,,no,yes,', 'B,Trust,S,DC,,yes,yes,yes']),
      'audit.csv': 'System,Control,State\nB,Backup,absent',
    });
    expect(
      inShort(findings, 'no-backup', 'no-reconciliation', 'control-conflict', 'controls-not-recorded'),
    ).toEqual([
      'high no-backup: A',
      'medium control-conflict: B: backup',
      'information controls-not-recorded: A',
    ]);
  });

  it('show sources that disagree on a role, a processor as owner, and one person in two offices', async () => {
    const findings = await found({
      'register.csv': [
        'Dataset,System,Role of system,Data Controller,Data Processor,Information Asset Owner,SIRO,Caldicott Guardian',
        'Results,Lab,system of record,Trust,Acme,Head of Lab,Dr Sallow,Dr Sallow',
        'Results,Record,system of record,Trust,Acme,Acme,Dr Fenn,Dr Marsh',
      ].join('\n'),
      'review.csv': [
        'Information Asset,Location/system or place of storage,Data Controller,Information Asset Owner',
        'Results,Lab,Agency,Medical Director',
      ].join('\n'),
    });
    expect(
      inShort(
        findings,
        'controller-conflict',
        'owner-conflict',
        'processor-as-owner',
        'one-person-siro-and-guardian',
        'several-systems-of-record',
      ),
    ).toEqual([
      'high controller-conflict: Results in Lab',
      'high owner-conflict: Results in Lab',
      'high processor-as-owner: Results in Record',
      'medium one-person-siro-and-guardian: Dr Sallow',
      'medium several-systems-of-record: Results',
    ]);
  });

  it('ask for the controller where a dataset is created, whoever controls a copy', async () => {
    const findings = await found({
      'register.csv': [
        'Information Asset,Location/system or place of storage,Role of system,Data Controller,Data Processor',
        'Letters,Record,system of record,,Acme',
        'Letters,Practice,copy,Practices,Acme',
        'Results,Lab,system of record,Trust,',
        'Results,Hub,copy,,Acme',
      ].join('\n'),
    });
    expect(inShort(findings, 'dataset-without-controller', 'holding-without-controller')).toEqual([
      'high dataset-without-controller: Letters',
      'medium holding-without-controller: Results in Hub',
    ]);
  });

  it('judge an end of life by the logs, never by the clock', async () => {
    const log = (day: string) => `time,system,event,peer,message id\n${day}T00:00:00Z,A,sent,B,m1`;
    const severityOn = async (day: string) => {
      const findings = await found({
        'systems.csv': systems(['A,Trust,S,DC,2024-06-30,yes,yes,yes', 'B,Trust,S,DC,,yes,yes,yes']),
        'log.csv': log(day),
      });
      return inShort(findings, 'end-of-life-with-live-flows');
    };
    expect([await severityOn('2024-07-01'), await severityOn('2024-06-01')]).toEqual([
      ['high end-of-life-with-live-flows: A'],
      ['medium end-of-life-with-live-flows: A'],
    ]);
  });

  it('say when a planned or retired flow is used, and when nobody can say whether a flow runs', async () => {
    const findings = await found({
      'flows.csv': [
        'Source,Destination,Dataset,Status,Owner',
        'A,B,Results,planned,Head of Lab',
        'A,C,Results,retired,Head of Lab',
        'X,Y,Results,live,Head of Lab',
        'A,Y,Letters,live,Head of Lab',
      ].join('\n'),
      'log.csv': [
        'time,system,event,peer,message id',
        '2024-01-01T00:00:00Z,A,sent,B,m1',
        '2024-01-01T01:00:00Z,A,sent,C,m2',
      ].join('\n'),
    });
    expect(
      inShort(findings, 'planned-flow-observed', 'retired-flow-observed', 'flow-without-log', 'silent-flow'),
    ).toEqual([
      'high planned-flow-observed: A > B',
      'high retired-flow-observed: A > C',
      'medium silent-flow: A > Y',
      'low flow-without-log: X > Y',
    ]);
  });

  it('report times that cannot be, rows without one, and rows that no reading makes sense of', async () => {
    const findings = await found({
      'log.csv': [
        'time,system,event,peer,message id',
        '1901-01-01T00:00:00Z,A,sent,B,m1',
        '2024-01-01T00:00:00Z,A,sent,B,m2',
        '2150-01-01T00:00:00Z,A,sent,B,m3',
        'no time at all,A,sent,B,m4',
      ].join('\n'),
    });
    const odd = findings.find((one) => one.code === 'implausible-times');
    expect([odd?.title, odd?.evidence, inShort(findings, 'rows-rejected')]).toEqual([
      '2 lines from before 1970 or after 2100',
      [
        { file: 'log.csv', line: 2 },
        { file: 'log.csv', line: 4 },
      ],
      ['low rows-rejected: log.csv'],
    ]);
  });

  it('set objections that never arrived against what was sent about their records meanwhile', async () => {
    const log: string[] = [];
    const heard: string[] = [];
    const at = (minute: number): string => new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();
    for (let i = 0; i < 400; i++) {
      const isLost = i >= 200 && i % 2 === 0;
      log.push(`${at(i * 30)},Practice,sent,Register,o${i},p${i},OBJECTION`);
      if (!isLost) heard.push(`${at(i * 30 + 1)},Register,received,Practice,o${i},p${i},OBJECTION`);
      heard.push(`${at(i * 30 + 2)},Register,heartbeat,,,,`);
      // The register releases half of the records afterwards.
      if (i % 4 === 0) heard.push(`${at(i * 30 + 20)},Register,sent,Research,r${i},p${i},EXTRACT`);
    }
    const header = 'time,system,event,peer,message id,nhs number,type';
    const findings = await found({
      'flows.csv': 'Source,Destination,Dataset,Status\nPractice,Register,Sharing objections,live',
      'practice.csv': [header, ...log].join('\n'),
      'register.csv': [header, ...heard].join('\n'),
    });
    const one = findings.find((finding) => finding.code === 'flags-not-passed-on');
    expect([
      one?.subject,
      one?.title.slice(0, 3),
      /(\d+) messages about (\d+) of these/.exec(one?.detail ?? '')?.slice(1),
    ]).toEqual(['Practice > Register', '100', ['50', '50']]);
  });

  it('call no objection absent whose record has one that arrived before or after, and count releases only up to then', async () => {
    const header = 'time,system,event,peer,message id,nhs number,type,practice';
    const at = (minute: number): string => new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();
    const line = (minute: number, rest: string): string => `${at(minute)},${rest}`;
    const beats = Array.from({ length: 60 }, (_, i) => line(i * 10, 'Register,heartbeat,,,,,'));
    const flag = (
      minute: number,
      id: string,
      record: string,
      practice: string,
      arrives: boolean,
    ): string[] => [
      line(minute, `Practice,sent,Register,${id},${record},OBJECTION,${practice}`),
      ...(arrives
        ? [line(minute + 1, `Register,received,Practice,${id},${record},OBJECTION,${practice}`)]
        : []),
    ];
    const release = (minute: number, record: string): string =>
      line(minute, `Register,sent,Research,r${minute},${record},EXTRACT,`);
    const findings = await found({
      'flows.csv':
        'Source,Destination,Dataset,Status,Max delay (minutes)\nPractice,Register,Sharing objections,live,10\nRegister,Research,Extracts,live,10',
      'log.csv': [
        header,
        ...beats,
        ...flag(10, 'a1', 'absent', 'Elm', false),
        ...flag(12, 'b1', 'before', 'Oak', true),
        ...flag(30, 'b2', 'before', 'Oak', false),
        ...flag(14, 'c1', 'again', 'Oak', false),
        ...flag(100, 'c2', 'again', 'Oak', true),
        release(50, 'absent'),
        release(51, 'before'),
        release(52, 'again'),
        release(150, 'again'),
      ].join('\n'),
    });
    const one = findings.find((finding) => finding.code === 'flags-not-passed-on');
    expect([
      one?.severity,
      one?.title,
      [
        'By site: Elm 1.',
        '1 more was lost, but a later one',
        '1 more was lost of records of which an earlier',
      ].map((part) => one?.detail.includes(part)),
      /(\d+) messages about (.+) were sent all the same, (\w+)/.exec(one?.detail ?? '')?.slice(1),
    ]).toEqual([
      'high',
      '1 objection or flag set in Practice is absent in Register',
      [true, true, true],
      ['2', '1 of these records and 1 record of which a later one arrived', 'all'],
    ]);
  });

  it('stay listed when accepted, with the reason, until they are reopened', async () => {
    const one = await importedCase({ 'systems.csv': systems(['B,,S,DC,,yes,yes,yes']) });
    open.push(one);
    const { db } = one.openCase;
    const id = 'system-without-owner:b';
    const state = () => {
      const finding = listFindings(one.openCase, readEstate(db)).find((f) => f.id === id);
      return finding?.accepted && { reason: finding.accepted.reason, author: finding.accepted.author };
    };
    const before = state();
    acceptFinding(db, { id, reason: 'Retired next week', author: 'I. Sallow' });
    const accepted = state();
    reopenFinding(db, { id, reason: 'It was not', author: 'I. Sallow' });
    expect([before, accepted, state()]).toEqual([
      null,
      { reason: 'Retired next week', author: 'I. Sallow' },
      null,
    ]);
    expect([readLog(db, 2).map((entry) => entry.action), findBrokenLink(db)]).toEqual([
      ['reopen finding', 'accept finding'],
      null,
    ]);
    expect(() => reopenFinding(db, { id, reason: 'x', author: 'y' })).toThrow(/not accepted/);
  });

  it('say nothing of what runs in a case without logs', async () => {
    const findings = await found({ 'flows.csv': 'Source,Destination,Dataset,Status\nA,B,Results,live' });
    expect(inShort(findings, 'silent-flow', 'flow-without-log')).toEqual([]);
  });

  it('are nothing grave where all is recorded and everything arrives', async () => {
    const at = (minute: number): string => new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();
    const rows: string[] = [];
    for (let i = 0; i < 500; i++) {
      rows.push(`${at(i * 20)},Lab,heartbeat,,,`, `${at(i * 20)},Record,heartbeat,,,`);
      rows.push(`${at(i * 20 + 1)},Lab,sent,Record,m${i},p${i % 90}`);
      rows.push(`${at(i * 20 + 3)},Record,received,Lab,m${i},p${i % 90}`);
    }
    const findings = await found({
      'systems.csv': systems(['Lab,Trust,S,DC 1,2035-01-01,yes,yes,yes', 'Record,Trust,T,DC 2,,yes,yes,yes']),
      'flows.csv':
        'Source,Destination,Dataset,Status,Expectation,Max delay (minutes)\nLab,Record,Sharing objections,live,all,60',
      'datasets.csv':
        'Dataset,System of record,Controller,Processor,Information asset owner\nSharing objections,Lab,Trust,,Head of laboratory',
      'log.csv': ['time,system,event,peer,message id,nhs number', ...rows].join('\n'),
    });
    expect(findings.filter((one) => one.severity === 'high' || one.severity === 'medium')).toEqual([]);
  });

  it('are none in an empty case', async () => {
    expect(await found({})).toEqual([]);
  });
});
