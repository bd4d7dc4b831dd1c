import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseLocale } from '#app/_i18n/locales.ts'
import { loadMessages } from '#app/_i18n/messages.ts'

const files = (locale: string) => readdirSync(`messages/${locale}`).sort()

/** The dotted paths of all texts: `error.title`. */
function paths(tree: unknown, above = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [above]
  return Object.entries(tree).flatMap(([key, value]) => paths(value, above === '' ? key : `${above}.${key}`))
}

/** What a text expects to be given: `{name}`, `{count, plural, …}`. */
const slots = (text: string) => [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name))].sort()

function texts(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(texts) : []
}

const read = (locale: string, file: string): unknown => JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8'))

describe('texts', () => {
  it('[TEXT1] both languages have the same files', () => {
    expect(files('zh-CN').length).toBeGreaterThan(0)
    expect(files('en')).toEqual(files('zh-CN'))
  })

  it.each(files('zh-CN'))('[TEXT2] %s has the same texts and the same slots in both languages', (file) => {
    const [chinese, english] = [read('zh-CN', file), read('en', file)]
    expect(paths(english).sort()).toEqual(paths(chinese).sort())
    expect(texts(chinese).every((text) => text.trim() !== '')).toBe(true)
    expect(texts(english).every((text) => text.trim() !== '')).toBe(true)
    expect(texts(english).flatMap(slots).sort()).toEqual(texts(chinese).flatMap(slots).sort())
  })

  it('[TEXT3] Chinese texts have no exclamation marks', () => {
    const shouting = files('zh-CN').flatMap((file) => texts(read('zh-CN', file)).filter((text) => /[!！]/.test(text)))
    expect(shouting).toEqual([])
  })

  it('[TEXT4] every file is a namespace of its name', async () => {
    const messages = await loadMessages('zh-CN', { fresh: true })
    expect(Object.keys(messages).sort()).toEqual(files('zh-CN').map((file) => file.replace('.json', '')))
  })

  it('[TEXT6] texts come compiled, as plain data that React may hand to a browser', async () => {
    const { plan } = await loadMessages('zh-CN', { fresh: true })
    expect(plan).toMatchObject({ secondsAgo: [['seconds', 2, { '=0': '刚刚' }]] })
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan)
  })

  it('[TEXT5] an unknown language means Chinese', () => {
    expect(parseLocale('en')).toBe('en')
    expect(parseLocale('fr')).toBe('zh-CN')
    expect(parseLocale(undefined)).toBe('zh-CN')
  })
})
