import * as Y from 'yjs'
import { NODE, planFragment, SECTION_LEVEL } from '#core/lesson-plan/names.ts'
import { seedPlan } from '#core/lesson-plan/template.ts'
import { sectionsTouchedBy } from '#core/lesson-plan/touched-sections.ts'

/** What stood in the plan before the seminar, by section of the template. */
const WRITTEN: Readonly<Record<string, string>> = {
  learners: '学生初读多半说“感动”，说不出哪一个字让人感动。第一课时已理清四次背影。',
  goals: '圈点动词，在动作里读出父亲的艰难；辨析两处“聪明过分”，说出“我”的愧意从何而来。',
  'key-points': '买橘一段的动词。',
  difficulties: '由“看见”走到“懂得”。',
  preparation: '课文朗读录音；站台一段的教室录像。',
  board: '攀　缩　微倾',
  homework: '选一件家人替你做过的小事，只写动作，不写“感动”，一百五十字。',
}

const STEPS: readonly (readonly string[])[] = [
  ['任务一', '8 分钟', '齐读第 6 段', '划出写“看见”的句子', '把目光收到一处。'],
  ['任务二', '12 分钟', '带读，停在动词上', '圈出动词，做一做', '用身体把阅读慢下来。'],
  ['任务三', '8 分钟', '追问中间隔着什么', '比较“看见”与“泪”', '由看见走到懂得。'],
]

const TASKS: readonly { title: string; items: readonly string[] }[] = [
  { title: '任务一　找到看见', items: ['齐读第 6 段，划出写“看见”的句子。', '说说“我”站在哪里看。'] },
  {
    title: '任务二　还原动作',
    items: [
      '默读第 6 段，圈出父亲过铁道、爬月台的动词。',
      '请一名学生上台模仿“攀”“缩”“倾”。',
      '再读：哪一个字你读不快？',
    ],
  },
  { title: '任务三　走到懂得', items: ['比较“看见”与“泪”，中间隔着什么？'] },
]

interface Edit {
  who: string
  change: (doc: Y.Doc) => void
}

const append = (text: Y.XmlText, words: string) => text.insert(text.length, words)

const item = (task: number, index: number) => (doc: Y.Doc) => {
  const text = listItemText(doc, { task, index })
  return {
    rewrite: (words: string) => {
      text.delete(0, text.length)
      text.insert(0, words)
    },
    add: (words: string) => append(text, words),
  }
}

/** The edits of the seminar; 任务二 第 2 条 is typed in pieces, as one types. */
export const EDITS: readonly Edit[] = [
  { who: '荆文涛', change: (doc) => item(0, 1)(doc).rewrite('“我”站在哪里看？看见了几次？') },
  { who: '荆文涛', change: (doc) => item(1, 1)(doc).rewrite('全班起立，') },
  { who: '荆文涛', change: (doc) => item(1, 1)(doc).add('跟着文字慢慢做一遍；') },
  { who: '荆文涛', change: (doc) => item(1, 1)(doc).add('做不下去的地方停住，') },
  { who: '荆文涛', change: (doc) => item(1, 1)(doc).add('说说为什么停。') },
  { who: '毕晓雯', change: (doc) => append(sectionText(doc, 'board'), '　——　望父买橘　——　泪') },
  { who: '毕晓雯', change: (doc) => sectionText(doc, 'preparation').insert(0, '全班起立的空间：课桌前移半步。') },
  { who: '荆文涛', change: (doc) => item(2, 0)(doc).add('先静读两分钟，再说。') },
  {
    who: '翟雅琴',
    change: (doc) => sectionText(doc, 'reflection').insert(0, '上完研究课再写。先记一句：动作是为了读慢。'),
  },
]

interface WritePlanOptions {
  title: string
  /** Sections that nobody has written yet. */
  unwritten?: readonly string[]
}

/** The plan as it was brought into the room. */
export function writePlan(doc: Y.Doc, { title, unwritten = [] }: WritePlanOptions): void {
  seedPlan(doc, { title })
  doc.transact(() => {
    for (const [sectionId, words] of Object.entries(WRITTEN)) {
      if (!unwritten.includes(sectionId)) sectionText(doc, sectionId).insert(0, words)
    }
    STEPS.forEach((cells, row) => cells.forEach((words, column) => cellText(doc, { row, column }).insert(0, words)))
    const fragment = planFragment(doc)
    fragment.insert(indexOfSection(doc, 'board'), TASKS.flatMap(taskBlocks))
  })
}

/** Makes the edit and answers it as an update, with the section it touched. */
export function makeEdit(doc: Y.Doc, { change }: Edit): { update: Uint8Array; section: string } {
  const updates: Uint8Array[] = []
  const sections: string[] = []
  const onUpdate = (update: Uint8Array) => void updates.push(update)
  const onTransaction = (transaction: Y.Transaction) => void sections.push(...sectionsTouchedBy(transaction))
  doc.on('updateV2', onUpdate)
  doc.on('afterTransaction', onTransaction)
  doc.transact(() => change(doc))
  doc.off('updateV2', onUpdate)
  doc.off('afterTransaction', onTransaction)
  return { update: Y.mergeUpdatesV2(updates), section: sections[0] ?? '' }
}

function taskBlocks({ title, items }: (typeof TASKS)[number]): Y.XmlElement[] {
  const heading = new Y.XmlElement<{ level: number }>(NODE.heading)
  heading.setAttribute('level', SECTION_LEVEL)
  heading.insert(0, [new Y.XmlText(title)])
  const list = element(
    NODE.orderedList,
    items.map((words) => element(NODE.listItem, [element(NODE.paragraph, [new Y.XmlText(words)])])),
  )
  // The type of Y.XmlElement speaks of strings as attributes only; the editor keeps numbers.
  return [heading as Y.XmlElement, list]
}

function element(name: string, children: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name)
  node.insert(0, [...children])
  return node
}

function indexOfSection(doc: Y.Doc, sectionId: string): number {
  return blocksOf(doc).findIndex((block) => block.getAttribute('sectionId') === sectionId)
}

function sectionText(doc: Y.Doc, sectionId: string): Y.XmlText {
  return textOf(blocksOf(doc)[indexOfSection(doc, sectionId) + 1])
}

function cellText(doc: Y.Doc, { row, column }: { row: number; column: number }): Y.XmlText {
  const table = blocksOf(doc).find(({ nodeName }) => nodeName === NODE.table)
  return textOf(at(at(table, row + 1), column))
}

function listItemText(doc: Y.Doc, { task, index }: { task: number; index: number }): Y.XmlText {
  const lists = blocksOf(doc).filter(({ nodeName }) => nodeName === NODE.orderedList)
  return textOf(at(lists[task], index))
}

const blocksOf = (doc: Y.Doc) =>
  planFragment(doc)
    .toArray()
    .filter((block) => block instanceof Y.XmlElement)

function at(parent: Y.XmlElement | undefined, index: number): Y.XmlElement | undefined {
  const child = parent?.get(index)
  return child instanceof Y.XmlElement ? child : undefined
}

/** The first text inside; an empty paragraph is given one. */
function textOf(block: Y.XmlElement | undefined): Y.XmlText {
  if (block === undefined) throw new Error('the plan of the demo has no such place')
  const [first] = block.toArray()
  if (first instanceof Y.XmlText) return first
  if (first instanceof Y.XmlElement) return textOf(first)
  const text = new Y.XmlText()
  block.insert(0, [text])
  return text
}
