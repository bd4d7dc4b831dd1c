import { expect, type Locator } from '@playwright/test'
import type { PlanSectionId } from '#core/lesson-plan/template.ts'
import type { Person } from './person.ts'

const SAVE_MS = 20_000
const LATIN = /[a-z]/i

const planOf = ({ page }: Person): Locator => page.getByRole('region', { name: '教案', exact: true })

/** The first line of a section. */
export const lineOf = (person: Person, section: PlanSectionId): Locator =>
  planOf(person).locator(`h2[data-section="${section}"] + p`)

/** Waits until the page says that the server has stored everything. */
export async function expectSaved(person: Person): Promise<void> {
  await expect(planOf(person).getByRole('status')).toHaveText('已保存', { timeout: SAVE_MS })
}

/** Sets the caret at the end of a line. */
export async function goToEnd(person: Person, section: PlanSectionId): Promise<void> {
  await lineOf(person, section).click()
  await person.page.keyboard.press('End')
}

/** Types at the end of a line and waits until it stands there. */
export async function writeLine(person: Person, section: PlanSectionId, text: string): Promise<void> {
  await goToEnd(person, section)
  await person.page.keyboard.type(text)
  await expect(lineOf(person, section)).toContainText(text)
}

/** From now on, every text of the line that was ever shown; answers those with Latin letters in them. */
export async function watchForLetters(person: Person, section: PlanSectionId): Promise<() => Promise<string[]>> {
  const selector = `h2[data-section="${section}"] + p`
  const seen = await lineOf(person, section).evaluateHandle((line, found) => {
    const texts: string[] = []
    const sheet = line.closest('.plan-text')
    if (sheet === null) throw new Error('The line stands on no sheet.')
    const look = (): void => void texts.push(sheet.querySelector(found)?.textContent ?? '')
    new MutationObserver(look).observe(sheet, { childList: true, characterData: true, subtree: true })
    return texts
  }, selector)
  return async () => (await seen.jsonValue()).filter((text) => LATIN.test(text))
}
