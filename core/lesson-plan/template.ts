import * as Y from 'yjs'
import { NODE, planFragment, SECTION_LEVEL, TITLE_LEVEL } from './names.ts'

/** Sections of the template in their order. The id stays when a teacher rewrites the heading. */
export const PLAN_SECTIONS = [
  { sectionId: 'topic', title: '课题' },
  { sectionId: 'learners', title: '学情分析' },
  { sectionId: 'goals', title: '教学目标' },
  { sectionId: 'key-points', title: '重点' },
  { sectionId: 'difficulties', title: '难点' },
  { sectionId: 'preparation', title: '教学准备' },
  { sectionId: 'process', title: '教学过程' },
  { sectionId: 'board', title: '板书设计' },
  { sectionId: 'homework', title: '作业' },
  { sectionId: 'reflection', title: '教学反思' },
] as const

export type PlanSectionId = (typeof PLAN_SECTIONS)[number]['sectionId']

export const PROCESS_COLUMNS = ['环节', '时长', '教师活动', '学生活动', '设计意图'] as const

const PROCESS_ROWS = 3

/**
 * Writes the empty template into an empty document. Only the server calls it, once per plan and under a row lock: a
 * second seed would double the plan (decision 004).
 */
export function seedPlan(doc: Y.Doc, { title }: { title: string }): void {
  const fragment = planFragment(doc)
  if (fragment.length > 0) throw new Error('A plan is seeded only while it is empty')
  doc.transact(() =>
    fragment.insert(
      0,
      PLAN_SECTIONS.flatMap((section) => sectionBlocks(section, title)),
    ),
  )
}

function sectionBlocks({ sectionId, title }: (typeof PLAN_SECTIONS)[number], planTitle: string): Y.XmlElement[] {
  if (sectionId === 'topic') return [heading({ level: TITLE_LEVEL, sectionId, text: planTitle })]
  const content = sectionId === 'process' ? processTable() : element(NODE.paragraph)
  return [heading({ level: SECTION_LEVEL, sectionId, text: title }), content]
}

function heading({ level, sectionId, text }: { level: number; sectionId: string; text: string }): Y.XmlElement {
  // The editor keeps numbers in attributes although the type of Y.XmlElement only speaks of strings.
  const node = new Y.XmlElement<{ level: number; sectionId: string }>(NODE.heading)
  node.setAttribute('level', level)
  node.setAttribute('sectionId', sectionId)
  node.insert(0, [new Y.XmlText(text)])
  return node as Y.XmlElement
}

function processTable(): Y.XmlElement {
  const head = element(
    NODE.tableRow,
    PROCESS_COLUMNS.map((name) => element(NODE.tableHeader, [element(NODE.paragraph, [new Y.XmlText(name)])])),
  )
  const emptyRow = () =>
    element(
      NODE.tableRow,
      PROCESS_COLUMNS.map(() => element(NODE.tableCell, [element(NODE.paragraph)])),
    )
  return element(NODE.table, [head, ...Array.from({ length: PROCESS_ROWS }, emptyRow)])
}

function element(name: string, children: readonly (Y.XmlElement | Y.XmlText)[] = []): Y.XmlElement {
  const node = new Y.XmlElement(name)
  if (children.length > 0) node.insert(0, [...children])
  return node
}
