/* Runs before everything else in a browser. */

/*
 * zod tries whether it may compile its parsers with `new Function`; our security policy forbids that, and Firefox reports the
 * mere attempt as a fault. zod itself is not imported: public pages do without.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

/*
 * The language of React Aria's own words where no provider stands around them: in a question that a public page fetches on
 * demand. Its own LocalizedStringProvider writes the same symbol by an inline script; a provider would be in every page.
 */
Object.assign(window, { [Symbol.for('react-aria.i18n.locale')]: document.documentElement.lang })
