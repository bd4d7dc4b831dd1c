// `npm start`: prepares what is missing, then runs the service. Needs no package; Node 20.19 is enough, as the server
// itself runs on the Node 24 that the preparation installs.
import { requireNode } from './bootstrap/node-version.mjs'

const HELP = `
  npm start               准备并启动同课，默认地址 http://localhost:3000
  npm start -- --lan      以 HTTPS 向同一网络开放，并显示二维码
  npm start -- --help     显示本说明
  npm run dev             开发模式：网页随改随编译

  设置用环境变量，如 PORT=8080 npm start；全部变量见 README.md。
  Settings are environment variables, such as PORT=8080 npm start; README.md lists them all.
`

requireNode()
// No await here: a Node too old for it would complain of the word instead of saying what to do.
void import('./bootstrap/steps.mjs').then(({ main }) => main(run))

async function run() {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    process.stdout.write(HELP)
    return 0
  }
  const isDevelopment = args.includes('--dev')
  const { bold } = await import('./bootstrap/step-line.mjs')
  const { prepare } = await import('./bootstrap/prepare.mjs')
  const { serve } = await import('./bootstrap/serve.mjs')
  process.stdout.write(`\n  ${bold('同课 Tongke')}  Node ${process.versions.node}\n\n`)
  await prepare({ withPages: !isDevelopment })
  return serve({
    args: args.filter((argument) => argument !== '--dev'),
    mode: isDevelopment ? 'development' : 'production',
  })
}
