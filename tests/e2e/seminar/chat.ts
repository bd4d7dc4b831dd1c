import { expect } from '@playwright/test'
import { openPanel } from './room.ts'
import type { Person } from './person.ts'

const ARRIVE_MS = 20_000

/** Marks a sentence of these tests, so that it is found among names, times and buttons. */
const SAID = /〔[^〕]+〕/

/** Everything said so far, in the order of saying, as the server must have it. */
export class Conversation {
  readonly #said: string[] = []

  /** Says it and waits until the server has it. */
  async say(person: Person, text: string): Promise<void> {
    await this.type(person, text)
    await expect.poll(async () => await chatOf(person), { timeout: ARRIVE_MS }).toContain(mark(text))
    this.#said.push(mark(text))
  }

  /** Says it without waiting: the server may be away. */
  async type(person: Person, text: string): Promise<void> {
    await openPanel(person, '聊天')
    const field = person.page.getByRole('textbox', { name: '说一句' })
    await field.fill(mark(text))
    await field.press('Enter')
  }

  /** What was said at the same time: exactly these, in any order among themselves. */
  async settle(anybody: Person, texts: readonly string[]): Promise<void> {
    const marked = texts.map(mark)
    await expect
      .poll(async () => (await chatOf(anybody)).slice(this.#said.length).toSorted(), { timeout: ARRIVE_MS })
      .toEqual(marked.toSorted())
    this.#said.push(...(await chatOf(anybody)).slice(this.#said.length))
  }

  /** Everybody sees all of it, once and in the one order. */
  async expectFor(people: readonly Person[]): Promise<void> {
    for (const person of people) {
      await expect
        .poll(async () => await chatOf(person), { timeout: ARRIVE_MS, message: `the chat of ${person.name}` })
        .toEqual(this.#said)
    }
  }

  get said(): readonly string[] {
    return this.#said
  }
}

const mark = (text: string): string => `〔${text}〕`

/** The acknowledged messages on a person's page; those on their way are not among them. */
async function chatOf({ page }: Person): Promise<string[]> {
  const rows = await page
    .getByRole('log', { name: '聊天记录', includeHidden: true })
    .locator('li[data-message]')
    .allTextContents()
  return rows.map((row) => SAID.exec(row)?.[0] ?? row)
}
