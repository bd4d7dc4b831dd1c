import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import leaveOut from '#app/_client/left-out-loader.mjs'
import nextConfig from '../../next.config.js'

describe('the gallery', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('[LOOK4] is not a page of a production build', () => {
    vi.stubEnv('TONGKE_GALLERY', undefined)
    expect(existsSync('app/gallery/page.gallery.tsx')).toBe(true)
    expect(existsSync('app/gallery/page.tsx')).toBe(false)
    expect(nextConfig(PHASE_PRODUCTION_BUILD).pageExtensions).toEqual(['tsx', 'ts'])
  })

  it('[LOOK5] is a page in development, and in a build that asks for it', () => {
    expect(nextConfig(PHASE_DEVELOPMENT_SERVER).pageExtensions).toContain('gallery.tsx')
    vi.stubEnv('TONGKE_GALLERY', '1')
    expect(nextConfig(PHASE_PRODUCTION_BUILD).pageExtensions).toContain('gallery.tsx')
  })
})

describe('what browsers are spared', () => {
  const ZOD = ['to-json-schema', 'json-schema-processors'].map((name) => resolve(`node_modules/zod/v4/core/${name}.js`))

  it.each(ZOD)('[PAGE18] every name of %s is kept, and nothing behind it', async (file) => {
    const source = readFileSync(file, 'utf8')
    const module: object = await import(pathToFileURL(file).href)
    const spared = leaveOut(source)
    expect([...spared.matchAll(/as (\w+) /g)].map(([, name]) => name).toSorted()).toEqual(
      Object.keys(module).toSorted(),
    )
    expect(spared.length).toBeLessThan(source.length / 5)
  })

  it('[PAGE18] what is left out, and what formats compiled texts, is where the configuration looks for it', () => {
    for (const file of ['handlers/FakeHandler.js', 'handlers/ReactNative106.js', 'test/fakeParameters.js']) {
      expect(leaveOut(readFileSync(`node_modules/mediasoup-client/lib/${file}`, 'utf8'))).toBe('module.exports = {}')
    }
    const { turbopack } = nextConfig(PHASE_PRODUCTION_BUILD)
    expect(existsSync(String(turbopack?.resolveAlias?.['use-intl/format-message']))).toBe(true)
  })
})
