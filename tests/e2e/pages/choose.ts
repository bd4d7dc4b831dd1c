import type { Locator, Page } from '@playwright/test'

/** Opens a house `Select` inside `within` and takes an option. */
export async function choose(
  page: Page,
  label: string,
  { option, within = page }: { option: string; within?: Page | Locator },
) {
  await within.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Types into a house `ComboBox` and takes what it finds. */
export async function find(page: Page, label: string, { words, option }: { words: string; option: string | RegExp }) {
  await page.getByRole('combobox', { name: label }).fill(words)
  await page.getByRole('option', { name: option }).first().click()
}

/** Digits into a `DatePicker` or a `TimeField`, which goes from part to part by itself. */
export async function typeParts(page: Page, label: string, digits: string) {
  await page.getByRole('group', { name: label, exact: true }).getByRole('spinbutton').first().click()
  await page.keyboard.type(digits)
}
