import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from '#app/_features/sign-in/safe-path.ts'

const HERE = 'https://tongke.example'

describe('[PAGE3] where signing in leads back to', () => {
  it.each(['/desk', '/activities?state=live&kind=lesson-study', '/seminar/a1?k=k1#chat', '/'])('%s stays', (path) => {
    expect(safePath(path)).toBe(path)
  })

  it.each([
    undefined,
    '',
    'desk',
    '//elsewhere.example/desk',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/..//elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ])('%j becomes the desk', (path) => {
    expect(safePath(path)).toBe('/desk')
  })

  it('whatever is asked for, the browser stays on this site', () => {
    const signs = fc.constantFrom('/', '\\', '\t', '\n', '.', '..', ':', '@', '?', '#', '%2f', 'a', 'elsewhere.example')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        expect(new URL(safePath(`/${parts.join('')}`), HERE).origin).toBe(HERE)
      }),
      { numRuns: 1_000 },
    )
  })
})
