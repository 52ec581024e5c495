import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { estateTruth, makeEstate, namedEstate } from './estate';
import { estateOptions, namedEstates, randomEstateOptions } from './estate-options';
import { planEstate } from './estate-plan';
import { estateTraffic } from './estate-traffic';
import { flowName } from './hop';
import { dispositionsOf } from './truth';

const seeds = Array.from({ length: 12 }, (_, index) => `seed ${index}`);
const everyOptions = [
  ...Object.entries(namedEstates).map(([name, change]) =>
    estateOptions({ seed: `named/${name}`, ...change }),
  ),
  ...seeds.map(randomEstateOptions),
];
const every = everyOptions.map((options) => {
  const plan = planEstate(options);
  const traffic = estateTraffic(plan);
  return { options, plan, traffic, truth: estateTruth(plan, traffic) };
});

describe('made-up estates', () => {
  it('are the same bytes for the same name', () => {
    for (const name of ['plain', 'other encodings', 'seed 3']) {
      const [first, second] = [namedEstate(name), namedEstate(name)].map(({ files }) =>
        [...files].map(([file, bytes]) => [file, createHash('sha256').update(bytes).digest('hex')]),
      );
      expect(first).toEqual(second);
    }
  });

  it('give every sending one disposition', () => {
    for (const { options, truth } of every) {
      const flows = Object.values(truth.flows);
      expect([options.seed, flows.map(dispositionsOf)]).toEqual([
        options.seed,
        flows.map((flow) => flow.sent),
      ]);
    }
  });

  it('count what the lines say: as many sendings, and a receipt for each that is delivered, late or extra', () => {
    for (const { options, traffic, truth } of every) {
      const aggregated = truth.aggregated_flows.map(([from, to]) => flowName({ from, to }));
      const sent = new Map<string, number>();
      const received = new Map<string, number>();
      const add = (to: Map<string, number>, flow: string) => to.set(flow, (to.get(flow) ?? 0) + 1);
      for (const line of traffic.lines) {
        if (line.event === 'sent') add(sent, flowName({ from: line.system, to: line.peer ?? '' }));
        if (line.event === 'received') add(received, flowName({ from: line.peer ?? '', to: line.system }));
      }
      for (const flow of aggregated) for (const counts of [sent, received]) counts.delete(flow);
      const counted = Object.entries(truth.flows).map(([name, flow]) => {
        const repeats = options.faults.duplicates === 'received twice' ? flow.duplicate : 0;
        const receipts = flow.delivered + flow.late + (truth.extra[name] ?? 0);
        const isFull =
          (received.get(name) ?? 0) >= receipts && (received.get(name) ?? 0) <= receipts + repeats;
        return [name, flow.sent, isFull];
      });
      expect([options.seed, counted]).toEqual([
        options.seed,
        [...sent].sort().map(([name, count]) => [name, count, true]),
      ]);
    }
  });

  it('lose what they say: enough to be found, of the seeded pattern only, after the onset only', () => {
    for (const { options, plan, traffic } of every) {
      const lost = traffic.sendings.filter((sending) => sending.fate === 'lost');
      for (const [flow, where] of plan.pattern) {
        if (options.faults.backgroundRate > 0) continue;
        const own = lost.filter((sending) => sending.flow === flow);
        const odd = own.filter(
          ({ message, sentAt }) =>
            sentAt < (plan.onset.get(flow) ?? 0) ||
            Object.entries(where).some(([name, value]) => message.attributes[name] !== value),
        );
        expect([options.seed, own.length > 20, odd]).toEqual([options.seed, true, []]);
      }
    }
  });

  it('write as many files as there are systems with a log, and three sheets', () => {
    const { files, truth } = makeEstate(estateOptions({ seed: 'files', extraPairs: 2 }));
    expect(files.size).toBe(3 + 9 + 4);
    expect(Object.keys(truth.files).sort()).toEqual([...files.keys()].sort());
  });

  it('keep letters outside ASCII in every encoding', () => {
    const { files } = makeEstate(
      estateOptions({ seed: 'é', encodings: 'varied', awkwardNames: true, logStyle: 'all table' }),
    );
    const decoded = [...files.values()].map((bytes) => {
      const name = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : undefined;
      return new TextDecoder(name ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')).decode(bytes);
    });
    expect(decoded.filter((text) => text.includes('Répertoire of Choices')).length).toBeGreaterThan(3);
  });
});

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

it('calls a message pending only within its limit of the end of a log that has heartbeats', () => {
  const { options, plan, truth } =
    every.find(({ options }) => options.seed === 'named/log cut off') ?? every[0] ?? fail();
  const flow = truth.flows[flowName(plan.hops.objectionsB)];
  const perDay = options.perDay * 0.2;
  expect(flow?.pending).toBeGreaterThan(0);
  expect(flow?.pending).toBeLessThan(perDay * 3);
});

function fail(): never {
  throw new Error('no estates');
}
