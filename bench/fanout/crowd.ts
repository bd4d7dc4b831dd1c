import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { PROTOCOL_VERSION } from '#core/contract/protocol.ts'
import { ACTIVITY, LINK_TOKEN } from '#tests/integration/realtime/test-city.ts'

const CONNECTING_AT_ONCE = 20

interface Seen {
  deliveries: number
  /** Missing, repeated or out of order. */
  faults: number
  latenciesMs: number[]
}

/** Many sockets in one process that say things at a steady rate and count what each of them hears. */
export class Crowd {
  readonly #sockets: Socket[] = []
  #seen: Seen = { deliveries: 0, faults: 0, latenciesMs: [] }
  #isCounting = false

  /** `enter`: as the product wants it, with a cookie, the door and a seat. */
  static async gather({
    port,
    people,
    enter,
  }: {
    port: number
    people: readonly string[]
    enter: boolean
  }): Promise<Crowd> {
    const crowd = new Crowd()
    for (let at = 0; at < people.length; at += CONNECTING_AT_ONCE) {
      await Promise.all(people.slice(at, at + CONNECTING_AT_ONCE).map((person) => crowd.#add({ port, person, enter })))
    }
    return crowd
  }

  async say({ perSecond, forMs }: { perSecond: number; forMs: number }): Promise<void> {
    const startedMs = performance.now()
    const answers: Promise<unknown>[] = []
    for (let said = 0; performance.now() - startedMs < forMs; said += 1) {
      const speaker = this.#sockets[said % this.#sockets.length]
      const text = `${performance.now().toFixed(2)} 这一处可以再停一停，让学生先说说他的想法。`
      if (speaker !== undefined) {
        answers.push(speaker.timeout(10_000).emitWithAck('chat.send', { text, replyTo: null, dedupeKey: randomUUID() }))
      }
      const nextMs = startedMs + ((said + 1) * 1_000) / perSecond
      await delay(Math.max(0, nextMs - performance.now()))
    }
    const acknowledged = await Promise.all(answers)
    this.#seen.faults += acknowledged.filter((answer) => !isOk(answer)).length
    this.#said = answers.length
  }
  #said = 0

  /** Counts from now on; what was heard before is forgotten. */
  count(): void {
    this.#seen = { deliveries: 0, faults: 0, latenciesMs: [] }
    this.#isCounting = true
  }

  /** Waits until everybody has heard everything that was said since `count()`, then answers what was seen. */
  async seen(): Promise<Seen> {
    const deadlineMs = performance.now() + 10_000
    const wanted = this.#said * this.#sockets.length
    while (this.#seen.deliveries < wanted && performance.now() < deadlineMs) await delay(20)
    this.#isCounting = false
    this.#seen.faults += Math.abs(wanted - this.#seen.deliveries)
    return this.#seen
  }

  leave(): void {
    for (const socket of this.#sockets) socket.disconnect()
  }

  async #add({ port, person, enter }: { port: number; person: string; enter: boolean }): Promise<void> {
    const socket = io(`http://127.0.0.1:${port}`, {
      ...{ path: '/socket', transports: ['websocket'], forceNew: true, reconnection: false },
      extraHeaders: { cookie: `person=${person}` },
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    if (enter) {
      const door = { protocol: PROTOCOL_VERSION, activityId: ACTIVITY, linkToken: LINK_TOKEN }
      assertOk(await socket.timeout(30_000).emitWithAck('room.prepare', door))
      assertOk(await socket.timeout(30_000).emitWithAck('room.join', { wantsStage: false }))
    }
    let lastSeq: number | null = null
    socket.on('timeline', ({ events }: { events: { seq: number; type: string; payload: { text: string } }[] }) => {
      const nowMs = performance.now()
      for (const { seq, type, payload } of events) {
        if (lastSeq !== null && seq !== lastSeq + 1) this.#seen.faults += 1
        lastSeq = seq
        if (!this.#isCounting || type !== 'chat.sent') continue
        this.#seen.deliveries += 1
        this.#seen.latenciesMs.push(nowMs - Number.parseFloat(payload.text))
      }
    })
    this.#sockets.push(socket)
  }
}

const isOk = (answer: unknown) => typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
const assertOk = (answer: unknown) => {
  if (!isOk(answer)) throw new Error(`Not let in: ${JSON.stringify(answer)}`)
}
