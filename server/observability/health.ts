/** Resolves when the part works; rejects with the reason when it does not. */
export type HealthCheck = (signal: AbortSignal) => Promise<void>

export type CheckResult = { status: 'ready' } | { status: 'not-ready'; reason: string }

export interface Readiness {
  ready: boolean
  checks: Record<string, CheckResult>
}

const CHECK_TIMEOUT_MS = 2_000

/** Knows the parts that must work for the service to be of use, by name. Not ready until `open()`, and after `close()`. */
export class HealthRegistry {
  readonly #checks = new Map<string, HealthCheck>()
  #state: 'starting' | 'open' | 'closed' = 'starting'

  /** Names are unique: `database`, `worker`, `storage` … */
  register(name: string, check: HealthCheck): void {
    if (this.#checks.has(name)) throw new Error(`a health check named ${name} is there already`)
    this.#checks.set(name, check)
  }

  open(): void {
    this.#state = 'open'
  }

  close(): void {
    this.#state = 'closed'
  }

  /** Asks every part at once; one that does not answer in time counts as not ready. Never rejects. */
  async readiness(): Promise<Readiness> {
    const entries = await Promise.all([...this.#checks].map(async ([name, check]) => [name, await ask(check)] as const))
    const checks: Record<string, CheckResult> = Object.fromEntries(entries)
    if (this.#state !== 'open')
      checks['service'] = { status: 'not-ready', reason: this.#state === 'starting' ? 'starting' : 'stopping' }
    return { ready: Object.values(checks).every((check) => check.status === 'ready'), checks }
  }
}

async function ask(check: HealthCheck): Promise<CheckResult> {
  const signal = AbortSignal.timeout(CHECK_TIMEOUT_MS)
  const tooLate = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), { once: true })
  })
  try {
    await Promise.race([check(signal), tooLate])
    return { status: 'ready' }
  } catch (error) {
    return { status: 'not-ready', reason: error instanceof Error ? error.message || error.name : String(error) }
  }
}
