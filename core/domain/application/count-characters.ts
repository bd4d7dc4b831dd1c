/** Each of these is one 字: Chinese characters, full-width signs, and pictures. */
const ONE_EACH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{Regional_Indicator}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u
const SPACE = /^[\p{White_Space}\p{Cc}\p{Cf}]+$/u

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * 字数 as the word processors of the country count: a Chinese character or full-width sign is one, a word of letters or
 * digits with the signs in it is one, white space is none. What is one to the eye is one, however it is encoded.
 */
export function countCharacters(text: string): number {
  let count = 0
  let isInWord = false
  for (const { segment } of graphemes.segment(text)) {
    if (SPACE.test(segment)) {
      isInWord = false
    } else if (ONE_EACH.test(segment)) {
      isInWord = false
      count += 1
    } else {
      if (!isInWord) count += 1
      isInWord = true
    }
  }
  return count
}
