// `npm test`: prepares what is missing, then runs every slice, also after a failing one. `npm run test:<slice>` runs one,
// and `npm run test:<slice> -- …` hands the rest on to its runner.
// Its last line counts over all of them; types, lint, format, import rules and dead code are one check each.
import { requireNode } from './bootstrap/node-version.mjs'

requireNode()
// No await here: a Node too old for it would complain of the word instead of saying what to do.
void import('./bootstrap/steps.mjs').then(({ main }) => main(run))

async function run() {
  const { bold } = await import('./bootstrap/step-line.mjs')
  const { prepare } = await import('./bootstrap/prepare.mjs')
  const [wanted, ...runnerArgs] = process.argv.slice(2)
  const needsPages = wanted === undefined || wanted === 'e2e'
  process.stdout.write(`\n  ${bold('同课 Tongke')}  测试\n\n`)
  await prepare({ forTests: true, withPages: needsPages })

  const { slices } = await import('./test/slices.mjs')
  const { runSlice } = await import('./test/run-slice.mjs')
  const chosen = wanted === undefined ? slices : slices.filter(({ name }) => name === wanted)
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const slice of chosen) {
    const counts = await runSlice({ ...slice, args: [...slice.args, ...runnerArgs] })
    for (const key of Object.keys(total)) total[key] += counts[key]
  }
  const isUnknown = chosen.length === 0
  if (isUnknown) process.stdout.write(`没有名为 ${wanted} 的部分。No such slice.\n`)
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
  return total.failed > 0 || isUnknown ? 1 : 0
}
