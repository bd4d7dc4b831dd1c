import { describe, expect, it } from 'vitest'
import { Lifecycle, StopRequested } from '#server/lifecycle/lifecycle.ts'
import { createLogger } from '#server/observability/logger.ts'

const silent = createLogger({ level: 'silent' })
const create = () => new Lifecycle({ log: () => silent })

describe('the lifecycle', () => {
  it('[STOP1] what was opened last is closed first, each once', async () => {
    const lifecycle = create()
    const closed: string[] = []
    for (const name of ['database', 'rooms', 'http']) {
      lifecycle.onStop({ name, deadlineMs: 100, stop: () => void closed.push(name) })
    }
    expect(await Promise.all([lifecycle.stop(), lifecycle.stop()])).toEqual(['clean', 'clean'])
    expect(closed).toEqual(['http', 'rooms', 'database'])
  })

  it('[STOP2] a step that fails or hangs does not keep the others open, and is told', async () => {
    const lifecycle = create()
    let isDatabaseClosed = false
    lifecycle.onStop({ name: 'database', deadlineMs: 100, stop: () => void (isDatabaseClosed = true) })
    lifecycle.onStop({ name: 'hangs', deadlineMs: 10, stop: () => new Promise(() => undefined) })
    lifecycle.onStop({ name: 'fails', deadlineMs: 100, stop: () => Promise.reject(new Error('no')) })
    expect(await lifecycle.stop()).toBe('incomplete')
    expect(isDatabaseClosed).toBe(true)
  })

  it('[STOP3] a start that goes on after stopping was asked for ends at its next checkpoint', () => {
    const lifecycle = create()
    lifecycle.checkpoint()
    lifecycle.requestStop()
    expect(() => lifecycle.checkpoint()).toThrow(StopRequested)
    expect(lifecycle.signal.aborted).toBe(true)
  })
})
