import { expect, it } from 'vitest'
import { countCharacters } from '#core/domain/application/count-characters.ts'

it.each([
  ['', 0],
  ['从教十八年', 5],
  ['从教十八年。', 6],
  ['《背影》', 4],
  // A word of letters or digits is one, with the signs in it.
  ['2018年', 2],
  ['用 GeoGebra 教函数', 5],
  ['98.5%', 1],
  ['e-mail', 1],
  // White space of any kind is none, also the full-width one.
  ['　　从教\n十八年 ', 5],
  ['a b', 2],
  // What is one to the eye is one: a picture of several code points, a character beyond the first plane.
  ['👩‍🏫', 1],
  ['𠮷', 1],
  ['“好课”', 4],
  ['……', 2],
])('[APP1] 字数: %j has %i', (text, count) => {
  expect(countCharacters(text)).toBe(count)
})
