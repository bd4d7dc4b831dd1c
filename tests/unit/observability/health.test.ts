import { describe, expect, it } from 'vitest'
import { HealthRegistry } from '#server/observability/health.ts'

describe('readiness', () => {
  it('[HEALTH1] ready only while open and when every part is', async () => {
    const health = new HealthRegistry()
    health.register('database', () => Promise.resolve())
    expect(await health.readiness()).toMatchObject({ ready: false, checks: { service: { reason: 'starting' } } })
    health.open()
    expect(await health.readiness()).toEqual({ ready: true, checks: { database: { status: 'ready' } } })
    health.close()
    expect(await health.readiness()).toMatchObject({ ready: false, checks: { service: { reason: 'stopping' } } })
  })

  it('[HEALTH2] names each part that is not ready with its reason', async () => {
    const health = new HealthRegistry()
    health.register('database', () => Promise.resolve())
    health.register('worker', () => Promise.reject(new Error('no worker is alive')))
    health.open()
    expect(await health.readiness()).toEqual({
      ready: false,
      checks: { database: { status: 'ready' }, worker: { status: 'not-ready', reason: 'no worker is alive' } },
    })
  })

  it('[HEALTH3] a name is given once', () => {
    const health = new HealthRegistry()
    health.register('database', () => Promise.resolve())
    expect(() => health.register('database', () => Promise.resolve())).toThrow('database')
  })
})
