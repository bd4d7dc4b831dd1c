import { importRules } from './scripts/import-rules.mjs'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: importRules,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^server/adapters/postgres/generated|^\\.next' },
    // A type that crosses a border is a dependency too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
}
