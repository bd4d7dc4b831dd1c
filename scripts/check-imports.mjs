// The slice `test:rules`: reads every module of ours and reports the imports that the house forbids. Reading none
// counts as a failure: a guard that looks at nothing would always be content.
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import configuration from '../.dependency-cruiser.mjs'

const MIN_MODULES = 20
const FOLDERS = ['core', 'server', 'app']

const { output } = await cruise(
  FOLDERS,
  { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig(configuration.options.tsConfig.fileName) },
)
const { violations, totalCruised } = output.summary
const own = output.modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(`${folder}/`)))

for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} → ${to}`)
console.log(`${own.length} modules of ours read (${totalCruised} with packages), ${violations.length} violations`)
if (own.length < MIN_MODULES) console.log(`expected at least ${MIN_MODULES} modules`)
process.exitCode = violations.length > 0 || own.length < MIN_MODULES ? 1 : 0
