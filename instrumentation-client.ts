/*
 * Runs before everything else in a browser. zod tries whether it may compile its parsers with `new Function`; our security
 * policy forbids that, and Firefox reports the mere attempt as a fault. zod itself is not imported: public pages do without.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
