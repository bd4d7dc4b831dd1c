import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createBuiltFiles } from '#server/http/built-files.ts'
import type { HttpFront } from './http-front.ts'
import { StartFault } from './start-fault.ts'

export interface WebAppOptions {
  /** The checkout, with `app/` and `.next/`. */
  root: string
  mode: 'production' | 'development'
}

export interface WebApp {
  /** Begins to answer what no other handler takes. */
  attachTo: (front: HttpFront) => void
  close: () => Promise<void>
}

/**
 * Next, prepared to answer.
 * @throws StartFault in production when the pages are not built
 */
export async function createWebApp({ root, mode }: WebAppOptions): Promise<WebApp> {
  if (mode === 'production' && !existsSync(join(root, '.next', 'BUILD_ID'))) {
    throw new StartFault({
      what: '网页还没有构建。The pages are not built.',
      remedy: '请运行 npm start。Run npm start.',
    })
  }
  // A bundled page does not know where it lies: it looks for its texts from the working folder. Every path that was
  // configured is absolute by now.
  process.chdir(root)
  const { default: next } = await import('next')
  // Next listens for upgrades on the server that it is given, and ends those whose path one of its pages takes, our
  // sockets among them. So it is given a server that never listens, and hears only of its own upgrades.
  const upgradeTarget = createServer()
  const app = next({ dev: mode === 'development', dir: root, httpServer: upgradeTarget })
  await app.prepare()
  const answer = app.getRequestHandler()
  const answerBuiltFiles = createBuiltFiles({ folder: join(root, '.next', 'static') })
  return {
    attachTo(front) {
      if (mode === 'production') front.handle(answerBuiltFiles)
      front.handle(async (request, response) => {
        await answer(request, response)
        return true
      })
      front.claimUpgrades('/_next/', (request, socket, head) => upgradeTarget.emit('upgrade', request, socket, head))
    },
    close: () => app.close(),
  }
}
