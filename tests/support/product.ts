import type { TestInfo } from '@playwright/test'
import { readDemoAccounts } from '#server/demo/demo-accounts.ts'
import type { Endpoint } from './network/link.ts'
import { childProcesses } from './product/child-processes.ts'
import { settleCity } from './product/founded-city.ts'
import { findFreePorts, MEDIA_PORTS, WEB_PORTS } from './product/free-ports.ts'
import { openProductDoor, type Account, type ProductDoor } from './product/product-door.ts'
import { ServiceProcess, temporaryDataDir, type DataDir } from './service-process.ts'

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
  readonly #data: DataDir
  readonly #accounts = new Map<string, Account>()
  readonly #logs: string[] = []
  #service: ServiceProcess

  /** Resolves when it is ready, with the demo city. Throws with its output when it ends before. */
  static async start(): Promise<Product> {
    const webPort = await findFreePorts(WEB_PORTS)
    const mediaPort = await findFreePorts(MEDIA_PORTS, { count: 2, step: MEDIA_PORT_STEP })
    const data = temporaryDataDir()
    await settleCity(data.path)
    const product = new Product({ webPort, mediaPort, data })
    try {
      await product.#readAccounts()
      await product.#service.ready()
      return product
    } catch (error) {
      await product.stop()
      throw error
    }
  }

  private constructor({ webPort, mediaPort, data }: { webPort: number; mediaPort: number; data: DataDir }) {
    this.url = `http://localhost:${webPort}`
    this.web = { host: HOST, port: webPort }
    this.media = { host: HOST, port: mediaPort }
    this.#data = data
    this.#service = this.#spawn()
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
    this.#service = this.#spawn()
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

  #spawn(): ServiceProcess {
    return new ServiceProcess({
      dataDir: this.#data.path,
      args: [],
      env: {
        PORT: String(this.web.port),
        TONGKE_MEDIA_PORT: String(this.media.port),
        TONGKE_MEDIA_WORKERS: '1',
      },
    })
  }

  async #readAccounts(): Promise<void> {
    const kept = await readDemoAccounts(this.#data.path)
    for (const { name, ...account } of kept?.accounts ?? []) this.#accounts.set(name, account)
  }
}
