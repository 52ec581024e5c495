import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sampleEstate } from './sample-files';
import { dispositionsOf } from './truth';

const hashes = (files: ReadonlyMap<string, Buffer>) =>
  [...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);

describe('the sample estate', () => {
  const { files, truth } = sampleEstate();

  it('is the same bytes for the same seed, and others for another', () => {
    expect(hashes(sampleEstate().files)).toEqual(hashes(files));
    expect(hashes(sampleEstate('another').files)).not.toEqual(hashes(files));
  });

  it('gives every sending one disposition', () => {
    const sums = Object.values(truth.flows).map((flow) => [flow.from, flow.to, dispositionsOf(flow)]);
    expect(sums).toEqual(Object.values(truth.flows).map((flow) => [flow.from, flow.to, flow.sent]));
    expect(Object.values(truth.flows).map((flow) => flow.lost_ids.length)).toEqual(
      Object.values(truth.flows).map((flow) => flow.lost),
    );
  });

  it('has as many sent lines in the engine log as the truth counts', () => {
    const engine = files.get('causeway-integration-engine.csv')?.toString('utf8') ?? '';
    const sent = engine.split('\r\n').filter((line) => line.split(',')[2] === 'sent').length;
    const counted = Object.values(truth.flows)
      .filter((flow) => flow.from === 'Causeway Integration Engine')
      .reduce((sum, flow) => sum + flow.sent, 0);
    expect(sent).toBe(counted);
  });

  it('names only systems of its catalogue, but for the undeclared one', () => {
    const catalogue = files.get('it-service-catalogue.csv')?.toString('utf8') ?? '';
    const systems = new Set(catalogue.split('\r\n').map((line) => line.split(',')[0]));
    const unknown = Object.values(truth.flows)
      .flatMap((flow) => [flow.from, flow.to])
      .filter((name) => !systems.has(name));
    expect([...new Set(unknown)]).toEqual(['Research Extract Service']);
  });

  it('adds up in the holdings of the moved patients', () => {
    const holdings = truth.holdings as {
      inA: number;
      inB: number;
      inBoth: number;
      onlyA: string[];
      onlyB: string[];
    };
    expect([holdings.inBoth + holdings.onlyA.length, holdings.inBoth + holdings.onlyB.length]).toEqual([
      holdings.inA,
      holdings.inB,
    ]);
  });

  it('contains a workbook that unzips to one sheet', () => {
    const book = unzipSync(files.get('information-asset-register.xlsx') ?? Buffer.alloc(0));
    expect(Object.keys(book)).toContain('xl/worksheets/sheet1.xml');
  });
});
