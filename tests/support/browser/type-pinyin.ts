import type { CDPSession, Page } from '@playwright/test'

/** What a page sees for each key while an input method is at work. */
const INPUT_METHOD_KEY_CODE = 229

/** An input method at a page's focused field. Every call resolves when the page has had the events. */
export interface PinyinComposition {
  /** Types one more letter; the first begins the composition. */
  type: (letter: string) => Promise<void>
  /** Replaces the letters by the chosen characters and ends the composition. */
  commit: (characters: string) => Promise<void>
  /** Escape: the letters vanish and the composition ends. */
  cancel: () => Promise<void>
}

async function pressKey(session: CDPSession, letter: string): Promise<void> {
  const code = letter === ' ' ? 'Space' : `Key${letter.toUpperCase()}`
  // A real input method swallows the key: the page only learns that it is at work.
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code,
    windowsVirtualKeyCode: INPUT_METHOD_KEY_CODE,
  })
}

/**
 * For tests that stop in mid-composition, as a person does who looks for the right character. Goes through the
 * browser's own composition, so the page gets compositionstart, -update and -end with real selections.
 */
export async function beginPinyin(page: Page): Promise<PinyinComposition> {
  const session = await page.context().newCDPSession(page)
  let letters = ''
  const show = async (text: string): Promise<void> => {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  return {
    type: async (letter) => {
      await pressKey(session, letter)
      letters += letter
      await show(letters)
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
    },
    commit: async (characters) => {
      await session.send('Input.insertText', { text: characters })
      await session.detach()
    },
    cancel: async () => {
      await show('')
      await session.detach()
    },
  }
}

/** Types the letters of `pinyin` one by one into the focused field and commits `characters`. */
export async function typePinyin(page: Page, { pinyin, commit }: { pinyin: string; commit: string }): Promise<void> {
  const composition = await beginPinyin(page)
  for (const letter of pinyin) await composition.type(letter)
  await composition.commit(commit)
}
