import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { notificationKindNames } from '#core/contract/notifications.ts'

const wordsOf = (locale: string, kind: string): unknown => {
  const { kinds } = JSON.parse(readFileSync(`messages/${locale}/notifications.json`, 'utf8')) as { kinds: unknown }
  return kind.split('.').reduce<unknown>((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], kinds)
}

describe.each(['zh-CN', 'en'])('%s', (locale) => {
  it.each(notificationKindNames)('[NOTE8] %s has words', (kind) => {
    expect(wordsOf(locale, kind)).toEqual(expect.any(String))
  })
})
