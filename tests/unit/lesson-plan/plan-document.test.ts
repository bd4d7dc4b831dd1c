import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { editorSchema, makePlan, processCell, sectionParagraph, setText } from './make-plan.ts'
import { planFragment } from '#core/lesson-plan/names.ts'
import { outlineOf } from '#core/lesson-plan/outline.ts'
import { planSearchText } from '#core/lesson-plan/plan-text.ts'
import { readPlanTree } from '#core/lesson-plan/plan-tree.ts'
import { PLAN_SECTIONS, seedPlan } from '#core/lesson-plan/template.ts'
import { sectionsTouchedBy } from '#core/lesson-plan/touched-sections.ts'

it('[TPL1] the template is a document of the editor’s schema, with every section in its order', () => {
  const doc = makePlan('《背影》第二课时')
  const root = yXmlFragmentToProseMirrorRootNode(planFragment(doc), editorSchema())
  expect(() => root.check()).not.toThrow()
  expect(outlineOf(readPlanTree(doc)).map(({ sectionId }) => sectionId)).toEqual(
    PLAN_SECTIONS.map(({ sectionId }) => sectionId),
  )
})

it('[TPL2] a document that has content is never seeded', () => {
  expect(() => seedPlan(makePlan('课题'), { title: '又一次' })).toThrow('only while it is empty')
})

it('[OUT1] a section is written when something stands in it; names of columns do not count', () => {
  const doc = makePlan('课题')
  const written = () =>
    outlineOf(readPlanTree(doc))
      .filter(({ state }) => state === 'written')
      .map(({ title }) => title)
  expect(written()).toEqual(['课题'])
  setText(processCell(doc, { row: 1, column: 2 }), '默读')
  setText(sectionParagraph(doc, 'goals'), '   ')
  expect(written()).toEqual(['课题', '教学过程'])
})

it('[OUT2] a section keeps its id when its heading is rewritten, and its template’s name when it is emptied', () => {
  const doc = makePlan('课题')
  const heading = planFragment(doc).get(1)
  if (!(heading instanceof Y.XmlElement)) throw new Error('no heading')
  setText(heading, '学情')
  expect(outlineOf(readPlanTree(doc))[1]).toMatchObject({ sectionId: 'learners', title: '学情' })
  setText(heading, '')
  expect(outlineOf(readPlanTree(doc))[1]).toMatchObject({ sectionId: 'learners', title: '学情分析' })
})

it('[SEC1] a change belongs to the section that it is in: text, table cell, new block, deleted block', () => {
  const doc = makePlan('课题')
  const touched: string[][] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => touched.push(sectionsTouchedBy(transaction)))
  const fragment = planFragment(doc)
  setText(sectionParagraph(doc, 'goals'), '圈点动词')
  setText(processCell(doc, { row: 2, column: 3 }), '动手')
  fragment.push([new Y.XmlElement('paragraph')])
  fragment.delete(2, 1)
  fragment.insert(0, [new Y.XmlElement('paragraph')])
  expect(touched).toEqual([['教学目标'], ['教学过程'], ['教学反思'], ['学情分析'], ['课题']])
})

it('[SEC2] one change over two sections names both, in the order of the document', () => {
  const doc = makePlan('课题')
  let touched: string[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => (touched = sectionsTouchedBy(transaction)))
  doc.transact(() => {
    setText(sectionParagraph(doc, 'homework'), '写一件小事')
    setText(sectionParagraph(doc, 'goals'), '圈点动词')
  })
  expect(touched).toEqual(['教学目标', '作业'])
})

it('[TXT1] the text for search has each block on a line of its own, without marks and empty lines', () => {
  const doc = makePlan('课题')
  const paragraph = sectionParagraph(doc, 'goals')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, '圈点动词')
  text.format(0, 2, { bold: {} })
  expect(planSearchText(doc).split('\n').slice(0, 5)).toEqual(['课题', '学情分析', '教学目标', '圈点动词', '重点'])
})

it('[SCH1] a picture from another site is no part of a plan', () => {
  const { image } = editorSchema().nodes
  expect(image?.spec.toDOM?.(image.create({ src: 'https://evil.example/x.png' }))).toMatchObject(['img', { src: '' }])
  expect(image?.spec.toDOM?.(image.create({ src: '/media/images/abc' }))).toMatchObject([
    'img',
    { src: '/media/images/abc' },
  ])
})
