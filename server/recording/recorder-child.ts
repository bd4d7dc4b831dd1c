import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { hostMessage, type HostReply, type HostRequest, type ParentMessage } from './ipc.ts'
import type { RecorderEvent } from './recorder-events.ts'

const ENTRY = fileURLToPath(new URL('./recorder-process.ts', import.meta.url))

/** The recorder process went away before it answered. */
export class RecorderLostError extends Error {
  override readonly name = 'RecorderLostError'
}

/** The recorder process did not do what was asked. */
export class RecorderRefusedError extends Error {
  override readonly name = 'RecorderRefusedError'
}

type Waiting = { resolve: (reply: HostReply) => void; reject: (error: Error) => void }

/** One recorder process and the requests under way to it. */
export class RecorderChild {
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  readonly #exited: Promise<unknown>
  #nextRequestId = 1

  static fork(options: { onEvent: (event: RecorderEvent) => void; onExit: () => void }): RecorderChild {
    return new RecorderChild(options)
  }

  private constructor({ onEvent, onExit }: { onEvent: (event: RecorderEvent) => void; onExit: () => void }) {
    this.#process = fork(ENTRY, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.#exited = once(this.#process, 'exit')
    this.#process.on('message', (message) => {
      const parsed = hostMessage.parse(message)
      if (parsed.type === 'event') onEvent(parsed.event)
      else this.#settle(parsed.requestId, { reply: parsed.reply })
    })
    this.#process.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new RecorderLostError('The recorder process is gone.'))
      this.#waiting.clear()
      onExit()
    })
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** Rejects with RecorderLostError when the process goes away, RecorderRefusedError when it says no. */
  async request(request: HostRequest): Promise<HostReply> {
    const requestId = this.#nextRequestId++
    const message: ParentMessage = { requestId, request }
    const reply = await new Promise<HostReply>((resolve, reject) => {
      this.#waiting.set(requestId, { resolve, reject })
      this.#process.send(message, (error) => {
        if (!error) return
        this.#waiting.delete(requestId)
        reject(new RecorderLostError('The recorder process cannot be reached.', { cause: error }))
      })
    })
    if (reply.type === 'refused') throw new RecorderRefusedError(reply.message)
    return reply
  }

  /** Lets go of the channel, upon which the process closes what is open and leaves; resolves when it has. */
  async leave(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect()
    await this.#exited
  }

  #settle(requestId: number, { reply }: { reply: HostReply }): void {
    this.#waiting.get(requestId)?.resolve(reply)
    this.#waiting.delete(requestId)
  }
}
