import type { TestInfo } from '@playwright/test'
import { readDemoAccounts } from '#server/demo/demo-accounts.ts'
import type { Endpoint } from './network/link.ts'
import { childProcesses } from './product/child-processes.ts'
import { findFreePorts, MEDIA_PORTS, WEB_PORTS } from './product/free-ports.ts'
import { openProductDoor, type Account, type ProductDoor } from './product/product-door.ts'
import { ServiceProcess, temporaryDataDir } from './service-process.ts'

/** The recorder's ports lie up to 999 above the first. */
const MEDIA_PORT_STEP = 1_000
const HOST = '127.0.0.1'

/**
 * The whole product as its users run it: `server/main.ts` with the pages that the preparation has built, the demo city
 * in a data folder of its own. It can be killed and started again on the same ports and data.
 */
export class Product {
  readonly url: string
  /** Where pages and sockets are answered. */
  readonly web: Endpoint
  /** Where its one media worker listens. */
  readonly media: Endpoint
  readonly #data = temporaryDataDir()
  readonly #accounts = new Map<string, Account>()
  readonly #logs: string[] = []
  #service: ServiceProcess

  /**
   * Resolves when it is ready. Throws with its output when it ends before. The city is founded by a start of its own:
   * the one with demo mode goes on to film the city's finished seminar, which leaves no processor for cameras.
   */
  static async start(): Promise<Product> {
    const webPort = await findFreePorts(WEB_PORTS)
    const mediaPort = await findFreePorts(MEDIA_PORTS, { count: 2, step: MEDIA_PORT_STEP })
    const product = new Product({ webPort, mediaPort })
    try {
      await product.#service.ready()
      await product.#readAccounts()
      await product.#service.end('SIGTERM')
      await product.restart()
      return product
    } catch (error) {
      await product.stop()
      throw error
    }
  }

  private constructor({ webPort, mediaPort }: { webPort: number; mediaPort: number }) {
    this.url = `http://localhost:${webPort}`
    this.web = { host: HOST, port: webPort }
    this.media = { host: HOST, port: mediaPort }
    this.#service = this.#spawn({ founds: true })
  }

  get dataDir(): string {
    return this.#data.path
  }

  /** Of a person of the demo city. */
  account(name: string): Account {
    const account = this.#accounts.get(name)
    if (account === undefined) throw new Error(`The demo city has no ${name}.`)
    return account
  }

  signIn(name: string): Promise<ProductDoor> {
    return openProductDoor(this.url, this.account(name))
  }

  /** kill -9, as a machine that loses power. Resolves when the process is gone. */
  async killServer(): Promise<void> {
    this.#logs.push((await this.#service.end('SIGKILL')).output)
  }

  /** After `killServer`. Resolves when it is ready again. */
  async restart(): Promise<void> {
    this.#service = this.#spawn({ founds: false })
    await this.#service.ready()
  }

  /** kill -9 of the media worker; the server lives on. */
  killMediaWorker(): void {
    const { pid } = this.#service.child
    const workers = pid === undefined ? [] : childProcesses(pid, { command: 'mediasoup-worker' })
    if (workers.length !== 1) throw new Error(`Expected one media worker, found ${workers.length}.`)
    for (const worker of workers) process.kill(worker, 'SIGKILL')
  }

  /** What every server of this product has printed. */
  get log(): string {
    return [...this.#logs, this.#service.output].join('\n--- killed ---\n')
  }

  /** For `afterEach`: shows what the servers said where a test has failed. */
  async attachLogOnFailure(testInfo: TestInfo): Promise<void> {
    if (testInfo.status === testInfo.expectedStatus) return
    await testInfo.attach('server.log', { body: this.log, contentType: 'text/plain' })
  }

  /** Idempotent. The data folder goes too. */
  async stop(): Promise<void> {
    if (this.#service.child.exitCode === null && this.#service.child.signalCode === null) {
      await this.#service.end('SIGTERM')
    }
    this.#data.remove()
  }

  #spawn({ founds }: { founds: boolean }): ServiceProcess {
    return new ServiceProcess({
      dataDir: this.#data.path,
      args: founds ? ['--services=realtime'] : [],
      env: {
        PORT: String(this.web.port),
        TONGKE_MEDIA_PORT: String(this.media.port),
        TONGKE_MEDIA_WORKERS: '1',
        TONGKE_DEMO: founds ? '1' : '0',
      },
    })
  }

  async #readAccounts(): Promise<void> {
    const kept = await readDemoAccounts(this.#data.path)
    for (const { name, ...account } of kept?.accounts ?? []) this.#accounts.set(name, account)
  }
}
