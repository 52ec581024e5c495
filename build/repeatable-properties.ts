import fc from 'fast-check';

/**
 * Property tests try other values on every run of a developer, who can act on what they find. Where
 * `CI` is set they repeat one sequence: whether a change lands must not depend on luck. `PROPERTY_SEED=N` repeats
 * a run that failed; `PROPERTY_RUNS=N` tries more values than the 100 of a test that names no number.
 */
const { CI, PROPERTY_SEED, PROPERTY_RUNS } = process.env;
const seed = PROPERTY_SEED === undefined ? (CI ? 20_241_126 : undefined) : Number(PROPERTY_SEED);
fc.configureGlobal({
  ...(seed === undefined ? {} : { seed }),
  ...(PROPERTY_RUNS === undefined ? {} : { numRuns: Number(PROPERTY_RUNS) }),
});
