import { describe, expect, it } from 'vitest'
import type { TimelineDraft, TimelineEvent } from '#core/contract/timeline.ts'
import { sendChat } from '#core/domain/seminar/decide/chat.ts'
import { LiveSession } from '#server/usecases/seminar/live-session.ts'
import type { AppendOutcome, TimelineEntry, TimelineStore } from '#server/usecases/seminar/ports.ts'

const FACTS = { sessionId: 's', activityId: 'a', title: '课', zeroEpochMs: 0 }
const OPENED: TimelineDraft = { type: 'session.opened', actorId: null, payload: { activityId: 'a', title: '课' } }
const log = { debug() {}, info() {}, warn() {}, error() {}, child: () => log }

/** A log in memory that can be slow, lose its answers, and be written by somebody else. */
class MemoryTimeline implements TimelineStore {
  events: TimelineEvent[] = []
  appends = 0
  /** Taken one by one: what happens to the next appends. */
  fates: ('answer-lost' | 'not-written')[] = []

  after(_sessionId: string, { afterSeq, limit }: { afterSeq: number; limit: number }) {
    return Promise.resolve(this.events.slice(afterSeq, afterSeq + limit))
  }

  async append(_sessionId: string, entries: readonly TimelineEntry[]): Promise<AppendOutcome> {
    this.appends += 1
    await new Promise((resolve) => setImmediate(resolve))
    const fate = this.fates.shift()
    if (fate === 'not-written') throw new Error('database away')
    if (entries[0]?.event.seq !== this.events.length + 1) return 'conflict'
    this.events.push(...entries.map(({ event }) => structuredClone(event)))
    if (fate === 'answer-lost') throw new Error('connection reset')
    return 'appended'
  }
}

async function open() {
  const timeline = new MemoryTimeline()
  const published: TimelineEvent[] = []
  let nowMs = 1_000
  const session = await LiveSession.load(
    { clock: { nowEpochMs: () => nowMs }, log, timeline, publish: (events) => published.push(...events) },
    FACTS,
  )
  await session.decide(() => [OPENED])
  const say = (text: string) => session.decide((state) => sendChat(state, draftOf(text)))
  return { session, timeline, published, say, setClock: (ms: number) => (nowMs = ms) }
}

const draftOf = (text: string) => ({ messageId: text, text, replyTo: null, dedupeKey: `key-of-${text}`, byId: 'p' })
const texts = (events: readonly TimelineEvent[]) =>
  events.flatMap((event) => (event.type === 'chat.sent' ? [event.payload.text] : []))

describe('a live session', () => {
  it('[LOG3] decisions taken while a write is under way are written by the next one, in order', async () => {
    const { timeline, published, say } = await open()
    const before = timeline.appends
    const said = Array.from({ length: 50 }, (_, index) => `m${index}`)
    await Promise.all(said.map(say))
    expect(timeline.appends - before).toBe(2)
    expect(texts(timeline.events)).toEqual(said)
    expect(published).toEqual(timeline.events)
  })

  it('[LOG3] nothing is published or acknowledged before it is durable', async () => {
    const { session, timeline, published, say } = await open()
    const saying = say('a')
    expect([session.state.chat.length, texts(published)]).toEqual([0, []])
    await saying
    expect([session.state.chat.length, texts(published), texts(timeline.events)]).toEqual([1, ['a'], ['a']])
  })

  it('[ACK3] a write whose answer was lost is not written twice', async () => {
    const { timeline, say } = await open()
    timeline.fates = ['answer-lost', 'not-written', 'not-written']
    await Promise.all([say('a'), say('b')])
    expect(texts(timeline.events)).toEqual(['a', 'b'])
  })

  it('[LOG5] what another writer has added is taken in, published, and decided upon', async () => {
    const { session, timeline, published, say } = await open()
    timeline.events.push({ seq: 2, atMs: 5, actorId: null, type: 'agenda.moved', payload: { itemId: 'i' } })
    await Promise.all([say('a'), say('b')])
    expect(timeline.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(published).toEqual(timeline.events)
    expect(session.state).toMatchObject({ agendaItemId: 'i', seq: 4 })
  })

  it('[LOG6] the session clock does not go back, whatever the machine does', async () => {
    const { timeline, say, setClock } = await open()
    setClock(9_000)
    await say('a')
    setClock(2_000)
    await say('b')
    expect(timeline.events.map(({ atMs }) => atMs)).toEqual([1_000, 9_000, 9_000])
  })

  it('[ACK3] the same key takes effect once, also while the first is being written', async () => {
    const { session, timeline } = await open()
    const once = () =>
      session.decideOnce('key-of-a', {
        decide: (state) => sendChat(state, draftOf('a')),
        done: () => session.log.chatByKey('key-of-a') !== undefined,
      })
    await Promise.all([once(), once()])
    await once()
    expect(texts(timeline.events)).toEqual(['a'])
  })

  it('[OWN2] a retired session decides nothing more', async () => {
    const { session, say } = await open()
    await session.retire()
    await expect(say('late')).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })
})
