import { pinyin } from 'pinyin-pro'

const LETTERS = { toneType: 'none', type: 'array', v: true, nonZh: 'removed' } as const

/** `kunmingdeyu kmdy`: the pinyin without tones, and its initials. Empty for a text without Chinese characters. */
function spell(text: string, syllables: readonly string[]): string[] {
  if (syllables.length === 0 || text === '') return []
  const whole = syllables.join('')
  return [whole, syllables.map((syllable) => syllable.charAt(0)).join('')]
}

/** Of a title or a studio's name, for searching; a search looks for a part of it. */
export const spellTitle = (title: string): string => [...new Set(spell(title, pinyin(title, LETTERS)))].join(' ')

/** Of a person: 单 is Shàn as a surname, and who reads it otherwise finds it too. */
export function spellName(name: string): string {
  const asSurname = pinyin(name, { ...LETTERS, surname: 'head' })
  return [...new Set([...spell(name, asSurname), ...spell(name, pinyin(name, LETTERS))])].join(' ')
}
