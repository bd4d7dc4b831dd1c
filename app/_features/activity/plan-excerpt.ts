import { PLAN_SECTIONS, PROCESS_COLUMNS } from '#core/lesson-plan/template.ts'

export interface ExcerptSection {
  title: string
  lines: string[]
}

const SECTIONS_SHOWN = 2
const LINES_SHOWN = 5

const titles: ReadonlySet<string> = new Set(PLAN_SECTIONS.map(({ title }) => title))
const columns: ReadonlySet<string> = new Set(PROCESS_COLUMNS)

/** The first sections of a plan in which something is written, out of its text: a line for each block. */
export function planExcerpt(planText: string): ExcerptSection[] {
  const sections: ExcerptSection[] = []
  for (const line of planText.split('\n')) {
    if (titles.has(line)) sections.push({ title: line, lines: [] })
    else if (line !== '' && !columns.has(line)) sections.at(-1)?.lines.push(line)
  }
  return sections
    .filter(({ lines }) => lines.length > 0)
    .slice(0, SECTIONS_SHOWN)
    .map(({ title, lines }) => ({ title, lines: lines.slice(0, LINES_SHOWN) }))
}
