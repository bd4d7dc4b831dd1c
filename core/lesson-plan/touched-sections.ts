import * as Y from 'yjs'
import { planFragment } from './names.ts'
import { isSectionHeading, sectionTitleOf } from './outline.ts'
import { readPlanBlock } from './plan-tree.ts'

/**
 * Titles of the sections that a transaction has changed, in the order of the document; for `plan.edited`. What stands
 * before the first heading counts to the first section. Call it when the transaction has ended.
 */
export function sectionsTouchedBy(transaction: Y.Transaction): string[] {
  const fragment = planFragment(transaction.doc)
  const touched = touchedTopItems(transaction, fragment)
  if (touched.size === 0) return []

  const found = new Set<string>()
  let title: string | null = null
  let touchedBefore = false
  // Deleted blocks keep their place in the list: that is how a deletion is known to belong to a section.
  for (let item = fragment._start; item !== null; item = item.right) {
    const opened = headingTitle(item)
    if (opened !== null) {
      title = opened
      if (touchedBefore) found.add(title)
      touchedBefore = false
    }
    if (!touched.has(item)) continue
    if (title === null) touchedBefore = true
    else found.add(title)
  }
  return [...found].filter((name) => name !== '')
}

function headingTitle(item: Y.Item): string | null {
  if (item.deleted || !(item.content instanceof Y.ContentType)) return null
  const { type } = item.content
  if (!(type instanceof Y.XmlElement)) return null
  const block = type.nodeName === 'heading' ? readPlanBlock(type) : null
  return block !== null && isSectionHeading(block) ? sectionTitleOf(block) : null
}

function touchedTopItems(transaction: Y.Transaction, fragment: Y.XmlFragment): Set<Y.Item> {
  const items = new Set<Y.Item>()
  for (const type of transaction.changed.keys()) {
    const top = topItemOf(type, fragment)
    if (top !== null) items.add(top)
  }
  for (let item = fragment._start; item !== null; item = item.right) {
    const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
    if (isNew || Y.isDeleted(transaction.deleteSet, item.id)) items.add(item)
  }
  return items
}

function topItemOf(type: { _item: Y.Item | null }, fragment: Y.XmlFragment): Y.Item | null {
  let item = type._item
  while (item !== null) {
    const parent = item.parent
    if (parent === fragment) return item
    item = parent instanceof Y.AbstractType ? parent._item : null
  }
  return null
}
