import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { findFreePorts, WEB_PORTS } from '#tests/support/product/free-ports.ts'
import { buildByHand, byHandApp } from '../start/by-hand.ts'
import { firstPage } from '../start/first-page.ts'

/** The smallest Next application, built anew, beside a product: its page asks the product's own PostgreSQL. */
export async function startBare({ dataDir }: { dataDir: string }): Promise<{ url: string; stop: () => Promise<void> }> {
  buildByHand()
  // Found running, and left so.
  const { url: databaseUrl } = await EmbeddedPostgres.start({ folder: path.join(dataDir, 'postgres') })
  const port = await findFreePorts(WEB_PORTS)
  const web = spawn('npm', ['start', '--', '--port', String(port)], {
    ...byHandApp({ databaseUrl }),
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm passes a signal on to a shell that does not: the whole group is ended.
    detached: true,
  })
  const ended = once(web, 'exit')
  const url = `http://localhost:${port}/`
  const stop = async () => {
    if (web.pid !== undefined) process.kill(-web.pid, 'SIGTERM')
    await ended
  }
  try {
    await firstPage(url, { ended })
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
