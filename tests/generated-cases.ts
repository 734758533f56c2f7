import fc from 'fast-check';

const { FC_SEED = '1' } = process.env;

/**
 * Generated cases are the same at every run, so that who sees one fail has caused it. FC_SEED=random,
 * as every night has it, looks at others; the report of a failure names the seed.
 */
fc.configureGlobal({ seed: FC_SEED === 'random' ? Date.now() : Number(FC_SEED) });
