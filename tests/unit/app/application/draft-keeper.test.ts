import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper } from '#app/_client/draft-keeper.ts'
import { RequestError } from '#app/_client/request-error.ts'
import type { ErrorCode } from '#core/contract/errors.ts'

type Form = { text: string; more?: string }
const failed = (code: ErrorCode) => new RequestError({ code, message: '', retryable: false })

/** A server that keeps one draft, or fails as it is told to. */
function openKeeper({ version = 0 } = {}) {
  const server = { saved: [] as { form: Form; version: number }[], version, fails: null as ErrorCode | null }
  let copy: { form: Form; version: number } | null = null
  const keeper = new DraftKeeper<Form>({
    start: { form: { text: '' }, version, id: null },
    save: (draft) => {
      if (server.fails !== null) return Promise.reject(failed(server.fails))
      if (draft.version !== server.version) return Promise.reject(failed('CONFLICT'))
      server.saved.push(draft)
      server.version += 1
      return Promise.resolve({ id: 'a1', version: server.version })
    },
    keepCopy: (kept) => {
      copy = kept
    },
    nowEpochMs: () => 7,
  })
  return { keeper, server, copyOf: () => copy, status: () => keeper.snapshot().status.kind }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('[APP3] what is typed is saved by itself', () => {
  it('a little after the last key, once, and then no copy is needed', async () => {
    const { keeper, server, copyOf } = openKeeper()
    keeper.change({ text: '从' })
    keeper.change({ text: '从教' })
    expect(copyOf()).toEqual({ form: { text: '从教' }, version: 0 })
    await vi.runAllTimersAsync()
    expect(server.saved).toEqual([{ form: { text: '从教' }, version: 0 }])
    expect(keeper.snapshot()).toMatchObject({ id: 'a1', version: 1, status: { kind: 'saved', atEpochMs: 7 } })
    expect(copyOf()).toBeNull()
  })

  it('what is typed while it is being saved is saved after it, on the version that came of it', async () => {
    const { keeper, server } = openKeeper()
    keeper.change({ text: '一' })
    const settled = keeper.settle()
    keeper.change({ more: '二' })
    expect(await settled).toBe(true)
    expect(server.saved.map(({ version }) => version)).toEqual([0, 1])
    expect(server.saved.at(-1)?.form).toEqual({ text: '一', more: '二' })
  })

  it('tries again by itself when the server was not reached; the copy stays until then', async () => {
    const { keeper, server, copyOf, status } = openKeeper()
    server.fails = 'UNAVAILABLE'
    keeper.change({ text: '一' })
    expect(await keeper.settle()).toBe(false)
    expect(status()).toBe('unsent')
    expect(copyOf()?.form).toEqual({ text: '一' })
    server.fails = null
    await vi.advanceTimersByTimeAsync(800)
    keeper.change({ text: '一二' })
    await vi.runAllTimersAsync()
    expect(server.saved.at(-1)?.form.text).toBe('一二')
    expect(status()).toBe('saved')
  })

  it('stops where it was changed elsewhere, until somebody has chosen', async () => {
    const { keeper, server, status } = openKeeper()
    server.version = 5
    keeper.change({ text: '这里写的' })
    await vi.runAllTimersAsync()
    keeper.change({ text: '这里又写' })
    await vi.runAllTimersAsync()
    expect([status(), server.saved]).toEqual(['conflict', []])
    expect(await keeper.insist({ version: 5, id: 'a1' })).toBe(true)
    expect(server.saved).toEqual([{ form: { text: '这里又写' }, version: 5 }])
  })

  it('what was refused is said, and not sent again before it is changed', async () => {
    const { keeper, server, status } = openKeeper()
    server.fails = 'UNAUTHENTICATED'
    keeper.change({ text: '一' })
    await vi.runAllTimersAsync()
    expect(status()).toBe('refused')
    server.fails = null
    keeper.change({ text: '一二' })
    await vi.runAllTimersAsync()
    expect(status()).toBe('saved')
  })
})
