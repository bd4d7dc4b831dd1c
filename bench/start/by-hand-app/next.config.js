import path from 'node:path'

/** It lies in `.cache/` of the checkout and uses its packages. */
export default {
  turbopack: { root: path.resolve(import.meta.dirname, '..', '..') },
  serverExternalPackages: ['pg'],
}
