import { existsSync } from 'node:fs'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
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
