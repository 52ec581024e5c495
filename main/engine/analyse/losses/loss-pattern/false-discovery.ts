/**
 * Benjamini–Hochberg: for each p-value (as a natural logarithm) the share of false discoveries among all that
 * are at least as small, over every hypothesis that was tested. In the order given.
 */
export function falseDiscoveryRates(logP: readonly number[]): readonly number[] {
  const order = logP.map((_, index) => index).sort((a, b) => (logP[b] ?? 0) - (logP[a] ?? 0));
  const q = new Array<number>(logP.length).fill(1);
  let least = 1;
  order.forEach((index, place) => {
    const rank = logP.length - place;
    least = Math.min(least, Math.exp((logP[index] ?? 0) + Math.log(logP.length / rank)));
    q[index] = least;
  });
  return q;
}
