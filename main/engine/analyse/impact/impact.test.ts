import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { SystemId } from '../../../../shared/model/ids';
import { readEstate } from '../../store/facts/estate-reader';
import { estateFiles } from '../testing/estate-truth';
import { hasData, importedCase, type TemporaryCase } from '../testing/imported-case';
import { articulationPoints, type LiveFlow } from './flow-graph';
import { impactOf } from './impact';
import { impactRanking } from './ranking';

const open: TemporaryCase[] = [];
const impact = async (files: Parameters<typeof importedCase>[0], name: string) => {
  const one = await importedCase(files);
  open.push(one);
  return impactOf(one.openCase.db, readEstate(one.openCase.db), name, true);
};
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

const twoCentres = {
  'systems.csv': [
    'System,Owner,Supplier,Site,Backup',
    'Lab,Head of Lab,Acme,North Centre,yes',
    'Record,Trust,Acme,South Centre,yes',
    'Practice,Practices,Acme,Cloud,yes',
  ].join('\n'),
  'sites.csv': [
    'Site,Kind,Depends on,Operator',
    'North Centre,site,Border Firewall,Trust IT',
    'South Centre,site,Border Firewall,Trust IT',
    'Cloud,site,,Acme',
    'Border Firewall,network,,Trust IT',
  ].join('\n'),
  'datasets.csv': [
    'Dataset,System of record,Controller,Information asset owner',
    'Results,Lab,Trust,Head of Lab',
    'Letters,Record,Trust,Medical Director',
  ].join('\n'),
  'flows.csv': [
    'Source,Destination,Dataset,Status',
    'Lab,Record,Results,live',
    'Record,Practice,Results,live',
    'Record,Practice,Letters,live',
    'Lab,Platform,Results,planned',
  ].join('\n'),
};

const inShort = (nodes: readonly { kind: string; name: string; because: string }[]) =>
  nodes.map(({ kind, name, because }) => `${kind} ${name}: ${because}`);

describe('the ranking of what can fail', () => {
  it('has what several sites share first, then what takes the most along, and agrees with each impact', async () => {
    const one = await importedCase(twoCentres);
    open.push(one);
    const estate = readEstate(one.openCase.db);
    const ranking = impactRanking(one.openCase.db, estate);
    expect(
      ranking.map((row) => [row.name, row.stops, row.flows, row.supplies, row.isSinglePointOfFailure]),
    ).toEqual([
      ['Border Firewall', 2, 2, 1, true],
      ['Record', 0, 2, 1, true],
      ['South Centre', 1, 2, 1, false],
      ['North Centre', 1, 1, 1, false],
      ['Cloud', 1, 1, 0, false],
      ['Lab', 0, 1, 1, false],
      ['Practice', 0, 1, 0, false],
      ['Platform', 0, 0, 0, false],
    ]);
    expect(ranking.map((row) => row.because)).toContain(
      'Without Record the flows fall into 2 parts that nothing connects: every way between them passes through it.',
    );
    for (const { name, stops, flows } of ranking) {
      const { unreachable } = impactOf(one.openCase.db, estate, name, true);
      const counted = (kind: string) => unreachable.filter((node) => node.kind === kind).length;
      expect([name, counted('system'), counted('flow')]).toEqual([name, stops, flows]);
    }
  });
});

describe('impact', () => {
  it('of a shared firewall is both sites, their systems and datasets, each with its path and owner', async () => {
    const answer = await impact(twoCentres, 'border firewall');
    expect({
      state: answer.state,
      unreachable: inShort(answer.unreachable),
      owners: answer.unreachable.slice(0, 6).map((node) => node.owner),
      degraded: inShort(answer.degraded),
      shared: answer.sharedDependencies.map(({ name, sites, systems }) => [name, sites, systems]),
      backlog: answer.backlog,
      cited: answer.unreachable.filter((node) => node.evidence.length === 0).map((node) => node.kind),
    }).toEqual({
      state: 'unavailable',
      unreachable: [
        'site North Centre: North Centre needs Border Firewall',
        'site South Centre: South Centre needs Border Firewall',
        'system Lab: Lab is at North Centre, which needs Border Firewall',
        'system Record: Record is at South Centre, which needs Border Firewall',
        'dataset Letters: held only in Record, which is at South Centre, which needs Border Firewall',
        'dataset Results: held only in Lab, which is at North Centre, which needs Border Firewall',
        'flow Lab > Record: Lab, which is at North Centre, which needs Border Firewall, is unavailable; Record, which is at South Centre, which needs Border Firewall, is unavailable',
        'flow Record > Practice: Record, which is at South Centre, which needs Border Firewall, is unavailable',
        'organisation Trust: its system Record cannot be reached',
      ],
      owners: ['Trust IT', 'Trust IT', 'Head of Lab', 'Trust', 'Medical Director', 'Head of Lab'],
      degraded: [
        'system Practice: gets nothing new of Letters and Results: Record, which is at South Centre, which needs Border Firewall, is unavailable',
        'organisation Practices: its system Practice goes without new data from what stops',
      ],
      shared: [
        ['Border Firewall', ['North Centre', 'South Centre'], ['Lab', 'Record']],
        ['Record', [], ['Lab', 'Practice']],
      ],
      backlog: [
        { flow: 'Lab > Record', sentPerDay: null, basis: 'No log in this case counts its messages.' },
        { flow: 'Record > Practice', sentPerDay: null, basis: 'No log in this case counts its messages.' },
      ],
      cited: ['organisation'],
    });
  });

  it('of one site names what both sites share, and what others lack of it, also through others', async () => {
    const answer = await impact(twoCentres, 'North Centre');
    expect({
      unreachable: inShort(answer.unreachable).slice(0, 3),
      degraded: inShort(answer.degraded),
      shared: answer.sharedDependencies.map(({ name }) => name),
    }).toEqual({
      unreachable: [
        'system Lab: Lab is at North Centre',
        'dataset Results: held only in Lab, which is at North Centre',
        'flow Lab > Record: Lab, which is at North Centre, is unavailable',
      ],
      degraded: [
        'system Practice: gets nothing new of Results: Record gets none from Lab',
        'system Record: gets nothing new of Results: Lab, which is at North Centre, is unavailable',
        'organisation Practices: its system Practice goes without new data from what stops',
        'organisation Trust: its system Record goes without new data from what stops',
      ],
      shared: ['Border Firewall'],
    });
  });

  it('tells an owner whose place is left blank from one that no source asks for', async () => {
    const answer = await impact(
      {
        'systems.csv': 'System,Owner,Site\nA,T,One\nB,,One',
        'sites.csv': 'Site,Kind\nOne,site',
        'flows.csv': 'Source,Destination,Dataset,Status\nB,A,X,live',
      },
      'One',
    );
    expect(
      answer.unreachable
        .filter(({ kind }) => kind === 'system' || kind === 'flow')
        .map(({ name, owner, ownerState }) => [name, owner, ownerState]),
    ).toEqual([
      ['A', 'T', 'named'],
      ['B', null, 'missing'],
      ['B > A', null, 'not recorded'],
    ]);
  });

  it('of a system in a circle of needs and flows ends, and never says lost', async () => {
    const answer = await impact(
      {
        'systems.csv': 'System,Owner,Site\nA,T,One\nB,T,Two\nC,T,Two',
        'sites.csv': 'Site,Kind,Depends on\nOne,site,Two\nTwo,site,One',
        'flows.csv': 'Source,Destination,Dataset,Status\nA,B,X,live\nB,C,X,live\nC,A,X,live\nA,A,X,live',
      },
      'One',
    );
    expect(answer.unreachable.filter((node) => node.kind !== 'flow').map((node) => node.name)).toEqual([
      'Two',
      'A',
      'B',
      'C',
      'T',
    ]);
    const words = JSON.stringify({ ...answer, notes: [] });
    expect(words).not.toMatch(/\blost\b/i);
  });

  it('names the copies that extracts and logs show where the inventory knows of one holder', async () => {
    const answer = await impact(
      {
        ...twoCentres,
        'practice-extract.csv':
          'NHS Number,System,Dataset,Extracted at\n9434765919,Practice,Results,2023-05-02\n9434765870,Practice,Results,2023-05-02\n',
        'record.csv':
          'Timestamp,Logged by,Event,Peer,Message id\n2023-05-01T10:00:00Z,Record,received,Lab,m1\n',
      },
      'North Centre',
    );
    expect(answer.unreachable.filter(({ kind }) => kind === 'dataset').map(({ because }) => because)).toEqual(
      [
        'recorded as held only in Lab, which is at North Centre; copies may be in Practice (an extract lists 2 records of it) and Record (its log shows 1 message from Lab of the flow that carries it)',
      ],
    );
  });

  it('refuses a name that is no system, site or network', async () => {
    await expect(impact(twoCentres, 'Nowhere')).rejects.toThrow(/No system, site or network "Nowhere"/);
  });

  it.skipIf(!hasData('estates'))(
    'of a data centre of the estate counts the messages to reconcile',
    async () => {
      const answer = await impact(estateFiles('plain'), 'DC East');
      const names = (kind: string) => answer.unreachable.filter((n) => n.kind === kind).map((n) => n.name);
      expect({ systems: names('system'), datasets: names('dataset'), first: answer.backlog[0] }).toEqual({
        systems: ['Pathology LIS', 'Penfold PAS', 'Radiology RIS', 'Trust Integration Engine'],
        datasets: ['Demographics', 'Pathology results', 'Radiology reports'],
        first: {
          flow: 'Trust Integration Engine > Penfold EPR',
          sentPerDay: 25.7,
          basis: '1,543 messages sent by Trust Integration Engine on 60 days with any.',
        },
      });
    },
  );
});

/** Systems that `start` still reaches over the flows when `without` is gone. */
function reachedOver(
  flows: readonly LiveFlow[],
  start: SystemId,
  without: ReadonlySet<SystemId>,
): ReadonlySet<SystemId> {
  const next = new Map<SystemId, SystemId[]>();
  for (const { from, to } of flows) next.set(from, [...(next.get(from) ?? []), to]);
  const found = new Set<SystemId>();
  const waiting = without.has(start) ? [] : [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const to of next.get(id) ?? []) if (!without.has(to)) waiting.push(to);
  }
  return found;
}

describe('articulation points', () => {
  it('are the systems without which others can no longer reach one another', () => {
    const edge = fc.record({ from: fc.integer({ min: 1, max: 9 }), to: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const flows = edges.map(({ from, to }) => ({
          from: from as SystemId,
          to: to as SystemId,
          datasets: [],
        }));
        const both = flows.flatMap((one) => [one, { ...one, from: one.to, to: one.from }]);
        const all = [...new Set(both.map((one) => one.from))];
        const partsWithout = (gone: ReadonlySet<SystemId>): number => {
          const seen = new Set<SystemId>();
          let parts = 0;
          for (const id of all) {
            if (gone.has(id) || seen.has(id)) continue;
            parts++;
            for (const one of reachedOver(both, id, gone)) seen.add(one);
          }
          return parts;
        };
        const plain = all.filter((id) => partsWithout(new Set([id])) > partsWithout(new Set()));
        expect([...articulationPoints(flows).keys()].sort()).toEqual(plain.sort());
      }),
    );
  });
});
