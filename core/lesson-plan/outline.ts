import type { PlanBlock } from '#core/contract/plan-block.ts'
import { NODE, SECTION_LEVEL, TITLE_LEVEL } from './names.ts'
import { PLAN_SECTIONS } from './template.ts'
import { textOfBlock } from './text-of-block.ts'

export interface OutlineEntry {
  /** Of the template, or null for a heading that a teacher has added. */
  sectionId: string | null
  key: string
  /** Its place among the blocks of the text. */
  blockIndex: number
  title: string
  state: 'empty' | 'written'
}

/** Sections in the order of the document; a section is written as soon as anything stands under its heading. */
export function outlineOf(tree: readonly PlanBlock[]): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  for (const [blockIndex, block] of tree.entries()) {
    const opened = openSection(block, blockIndex)
    if (opened !== null) entries.push(opened)
    else if (hasContent(block)) markWritten(entries)
  }
  return entries
}

function openSection(block: PlanBlock, blockIndex: number): OutlineEntry | null {
  if (!isSectionHeading(block)) return null
  // The title is its own content.
  const isWritten = isTitle(block) && textOfBlock(block).trim() !== ''
  return {
    sectionId: sectionIdOf(block),
    key: block.key,
    blockIndex,
    title: sectionTitleOf(block),
    state: isWritten ? 'written' : 'empty',
  }
}

/** What a section is called outside of its text: the plan's title is the section 课题. */
export function sectionTitleOf(heading: PlanBlock): string {
  const fromTemplate = templateTitle(sectionIdOf(heading))
  if (isTitle(heading) && fromTemplate !== '') return fromTemplate
  const text = textOfBlock(heading).trim()
  return text === '' ? fromTemplate : text
}

const isTitle = (heading: PlanBlock) => heading.attributes['level'] === TITLE_LEVEL

function markWritten(entries: OutlineEntry[]): void {
  const last = entries.at(-1)
  if (last !== undefined) last.state = 'written'
}

export function isSectionHeading(block: PlanBlock): boolean {
  const level = block.attributes['level']
  return block.name === NODE.heading && (level === TITLE_LEVEL || level === SECTION_LEVEL)
}

export function sectionIdOf(block: PlanBlock): string | null {
  const sectionId = block.attributes['sectionId']
  return typeof sectionId === 'string' && sectionId !== '' ? sectionId : null
}

const templateTitle = (sectionId: string | null) =>
  PLAN_SECTIONS.find((section) => section.sectionId === sectionId)?.title ?? ''

/** Text or a picture, the names of a table's columns aside: they come with the template. */
function hasContent(block: PlanBlock): boolean {
  if (block.name === NODE.image) return true
  if (block.name === NODE.tableHeader) return false
  return block.children.some((child) => (child.kind === 'text' ? child.text.trim() !== '' : hasContent(child)))
}
