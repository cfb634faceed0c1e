import fc from 'fast-check'

/**
 * The library of the property tests, with the seed of the run: `FC_SEED` where it is given (what a failed run printed),
 * else a new one each time. A failure names its seed and path itself; what it found becomes an example beside the test.
 */
const seed = Number.parseInt(process.env.FC_SEED ?? '', 10)
if (Number.isInteger(seed)) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })

export { fc }
