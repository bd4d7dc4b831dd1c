import type { TestInfo } from '@playwright/test'

interface Figure {
  what: string
  value: number
  unit: 'ms' | 'frames'
}

/** What a run has measured, for people: printed and attached, and asserted only where a rule names a limit. */
export class Figures {
  readonly #figures: Figure[] = []

  note(what: string, value: number, unit: Figure['unit'] = 'ms'): void {
    this.#figures.push({ what, value: Math.round(value), unit })
  }

  async attachTo(testInfo: TestInfo): Promise<void> {
    const lines = this.#figures.map(({ what, value, unit }) => `${String(value).padStart(7)} ${unit}  ${what}`)
    const body = lines.join('\n')
    process.stdout.write(`\n${body}\n`)
    await testInfo.attach('figures.txt', { body, contentType: 'text/plain' })
  }
}
