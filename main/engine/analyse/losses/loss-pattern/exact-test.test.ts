import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logFisher, logGamma, logNormalTail, logRatio } from './exact-test';
import { falseDiscoveryRates } from './false-discovery';

describe('exact tests', () => {
  it('give the logarithm of factorials', () => {
    let log = 0;
    for (let n = 1; n < 60; n++) {
      expect(logGamma(n)).toBeCloseTo(log, 11);
      log += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
  });

  it('agree with known tails of the normal distribution', () => {
    const tails = [0, 1, 1.959963984540054, 3, 5, 10].map((z) => Math.exp(logNormalTail(z)));
    const known = [0.5, 0.15865525393145707, 0.025, 0.0013498980316300933, 2.866515719235352e-7];
    for (const [i, p] of known.entries()) expect((tails[i] ?? 0) / p).toBeCloseTo(1, 9);
    expect(logNormalTail(10)).toBeCloseTo(-53.23128515051247, 8);
  });

  it('add up the hypergeometric tail as counting does', () => {
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12), (a, b, c, d) => {
        const all = a + b + c + d;
        if (a * d <= b * c) return logFisher(a, a + b, a + c, all) === 0;
        let p = 0;
        for (let x = a; x <= Math.min(a + b, a + c); x++)
          p += (choose(a + c, x) * choose(b + d, a + b - x)) / choose(all, a + b);
        return Math.abs(Math.exp(logFisher(a, a + b, a + c, all)) - p) < 1e-10;
      }),
    );
  });

  it('see no difference between equal rates, and a larger one the larger the difference', () => {
    expect(logRatio(5, 50, 50, 500)).toBe(0);
    expect(logRatio(10, 50, 50, 500)).toBeGreaterThan(0);
    expect(logRatio(20, 50, 50, 500)).toBeGreaterThan(logRatio(10, 50, 50, 500));
  });

  it('correct for the number of hypotheses by Benjamini and Hochberg', () => {
    const q = falseDiscoveryRates([0.01, 0.02, 0.03, 0.04, 0.9].map(Math.log));
    expect(q.map((value) => Math.round(value * 1000) / 1000)).toEqual([0.05, 0.05, 0.05, 0.05, 0.9]);
  });
});
