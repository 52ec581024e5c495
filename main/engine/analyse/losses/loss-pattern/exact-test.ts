/** Stirling's series for the logarithm of the gamma function; `x` above 0, absolute error below 1e-13 for small x. */
export function logGamma(x: number): number {
  // The series converges for large arguments: smaller ones step up by gamma(x) = gamma(x + 1) / x.
  let shift = 0;
  let at = x;
  for (; at < 12; at++) shift += Math.log(at);
  const y = 1 / (at * at);
  const series = (1 / 12 + y * (-1 / 360 + y * (1 / 1260 + y * (-1 / 1680 + y * (1 / 1188))))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * Fisher's exact test, one-sided: the natural logarithm of the chance that `marked` things drawn blindly
 * from `all`, of which `lost` are lost, hold `both` or more of the lost. Exact at every size: the terms fall
 * off at least geometrically beyond the mean, so few have to be added.
 */
export function logFisher(both: number, marked: number, lost: number, all: number): number {
  const most = Math.min(marked, lost);
  if (both <= Math.max(0, marked + lost - all) || both * all <= marked * lost) return 0;
  const first = logChoose(lost, both) + logChoose(all - lost, marked - both) - logChoose(all, marked);
  let term = 1;
  let sum = 1;
  for (let x = both; x < most; x++) {
    term *= ((lost - x) * (marked - x)) / ((x + 1) * (all - lost - marked + x + 1));
    sum += term;
    if (term < sum * 1e-12) break;
  }
  return Math.min(0, first + Math.log(sum));
}

/** The logarithm of the chance that a standard normal value is above `z`. */
export function logNormalTail(z: number): number {
  const logDensity = -0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
  if (z >= 3) {
    // Mills' ratio as a continued fraction, from its far end.
    let fraction = z;
    for (let n = 80; n >= 1; n--) fraction = z + n / fraction;
    return logDensity - Math.log(fraction);
  }
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-17 && n < 400; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return Math.log(Math.max(0.5 - Math.exp(logDensity) * sum, 1e-300));
}

/**
 * How much better two rates than one describe the losses, as a log likelihood ratio; 0 unless the marked
 * ones are lost more often than the others. All four are whole numbers.
 */
export function logRatio(both: number, marked: number, lost: number, all: number): number {
  if (marked === 0 || marked === all || both * all <= marked * lost) return 0;
  return (
    xLogX(both) +
    xLogX(marked - both) -
    xLogX(marked) +
    xLogX(lost - both) +
    xLogX(all - marked - lost + both) -
    xLogX(all - marked) -
    (xLogX(lost) + xLogX(all - lost) - xLogX(all))
  );
}

/** Counts come back millions of times in one search: up to here each is reckoned once. */
const tabulated = 1 << 16;
const table = new Float64Array(tabulated);
let filled = 1;

function xLogX(x: number): number {
  if (x <= 0) return 0;
  if (x >= tabulated) return x * Math.log(x);
  for (; filled <= x; filled++) table[filled] = filled * Math.log(filled);
  return table[x] as number;
}
