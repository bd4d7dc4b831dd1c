import { describe, expect, it } from 'vitest'
import { spellingOf, wordsOf } from '#core/domain/search/words.ts'
import { spellName, spellTitle } from '#server/adapters/postgres/spelling.ts'

describe('the words of a search', () => {
  it('[FIND1] are compared without capitals and doubles, with their marks; six are enough', () => {
    expect(wordsOf('  昆明　的雨： zyq\tZYQ ')).toEqual(['昆明', '的雨：', 'zyq'])
    expect(wordsOf('一 二 三 四 五 六 七')).toHaveLength(6)
    expect(wordsOf('   ')).toEqual([])
  })

  it.each([
    ['zyq', 'zyq'],
    ['ｚｙｑ', 'zyq'],
    ['lü', 'lv'],
    ["xi'an", 'xian'],
    ['z', null],
    ['昆明', null],
    ['a1', null],
    ['%', null],
  ])('[FIND1] %s may spell %s', (word, letters) => expect(spellingOf(word)).toBe(letters))
})

describe('spelling', () => {
  it.each([
    ['翟雅琴', ['zhaiyaqin', 'zyq']],
    ['单晓燕', ['shanxiaoyan', 'sxy', 'danxiaoyan', 'dxy']],
    ['吕梁', ['lvliang', 'll']],
    ['Ann Lee', []],
    ['', []],
  ])('[FIND1] %s', (name, spellings) => expect(spellName(name).split(' ').filter(Boolean)).toEqual(spellings))

  it('[FIND1] a title’s marks, figures and letters are left out', () =>
    expect(spellTitle('《昆明的雨》第 2 课 A')).toBe('kunmingdeyudike kmdydk'))
})
