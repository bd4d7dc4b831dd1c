'use client'

import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { Avatar } from '#app/_ui/avatar.tsx'
import { isPlanImageAddress } from '#core/lesson-plan/plan-image-address.ts'
import { MARK, NODE } from '#core/lesson-plan/names.ts'
import type { PlanChange } from '#core/lesson-plan/plan-history.ts'
import { textOfBlock, type PlanBlock, type PlanText } from '#core/lesson-plan/plan-tree.ts'
import { addedRange, markAdded, type AddedRange } from './added-range.ts'

type PlanBlocksProps = {
  blocks: readonly PlanBlock[]
  changes: readonly PlanChange[]
  atMs: number
  newestMs: number | null
  /** The block that was changed last. */
  lastKey: string | null
}

/** Blocks of a plan that is only read. */
export function PlanBlocks({ blocks, ...moment }: PlanBlocksProps) {
  return blocks.map((block) => <Block key={block.key} block={block} {...moment} />)
}

type BlockProps = Omit<PlanBlocksProps, 'blocks'> & { block: PlanBlock; label?: string | undefined }

function Block({ block, label, ...moment }: BlockProps) {
  const change = moment.changes.find(({ blockKey }) => blockKey === block.key)
  if (change !== undefined) return <Changed change={change} block={block} {...moment} />
  const inner = <Children block={block} {...moment} />
  const place = block.key === moment.lastKey ? { 'data-last': true } : {}
  switch (block.name) {
    case NODE.heading:
      return (
        <HeadingOf block={block} {...place}>
          {inner}
        </HeadingOf>
      )
    case NODE.paragraph:
      // An empty line keeps its height.
      return <p {...place}>{block.children.length === 0 ? <br /> : inner}</p>
    case NODE.bulletList:
      return <ul>{inner}</ul>
    case NODE.orderedList:
      return <ol>{inner}</ol>
    case NODE.listItem:
      return <li>{inner}</li>
    case NODE.blockquote:
      return <blockquote>{inner}</blockquote>
    case NODE.table:
      return <TableOf block={block} {...moment} />
    case NODE.tableHeader:
      return <th>{inner}</th>
    case NODE.tableCell:
      return <td data-label={label}>{inner}</td>
    case NODE.image:
      return <PictureOf block={block} />
    default:
      // A node of a newer version: its text is worth more than its form.
      return inner
  }
}

type HeadingOfProps = { block: PlanBlock; 'data-last'?: boolean; children: ReactNode }

function HeadingOf({ block, children, ...place }: HeadingOfProps) {
  const level = block.attributes['level']
  if (level === 1) return <h1 {...place}>{children}</h1>
  return level === 2 ? <h2 {...place}>{children}</h2> : <h3 {...place}>{children}</h3>
}

function TableOf({ block, ...moment }: Omit<BlockProps, 'label'>) {
  const rows = block.children.filter((child) => child.kind === 'block')
  const cellsOf = (row: PlanBlock) => row.children.filter((child) => child.kind === 'block')
  const labels = rows[0] === undefined ? [] : cellsOf(rows[0]).map(textOfBlock)
  return (
    <div className="tableWrapper">
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {cellsOf(row).map((cell, column) => (
                <Block key={cell.key} block={cell} label={labels[column]} {...moment} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PictureOf({ block }: { block: PlanBlock }) {
  const { src, alt } = block.attributes
  if (!isPlanImageAddress(src)) return null
  // Made by our server in a size that fits; next/image would make it a second time.
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={src} alt={typeof alt === 'string' ? alt : ''} />
}

function Changed({ change, block, ...moment }: { change: PlanChange; block: PlanBlock } & Omit<BlockProps, 'label'>) {
  const t = useTranslations('plan')
  const seconds = Math.max(0, Math.round((moment.atMs - change.atMs) / 1_000))
  const before = change.before.trim()
  const added = addedRange(change.before, textOfBlock(block))
  const inner = <Children block={block} added={added} {...moment} />
  return (
    <div className="plan-changed" {...(change.atMs === moment.newestMs ? { 'data-newest': true } : {})}>
      <p className="plan-changed-by">
        <Avatar name={change.name} colour={change.colour} size="small" />
        <span>{t('changedBy', { name: change.name })}</span>
        <span>{t('secondsAgo', { seconds })}</span>
      </p>
      {block.name === NODE.heading ? <HeadingOf block={block}>{inner}</HeadingOf> : <p>{inner}</p>}
      <p className="plan-was">{before === '' ? t('wasEmpty') : t('was', { text: before })}</p>
    </div>
  )
}

function Children({ block, added, ...moment }: Omit<BlockProps, 'label'> & { added?: AddedRange }) {
  const texts = added === undefined ? null : markAdded(block, added)
  if (texts !== null) {
    return texts.map(({ text, isAdded }, index) => (
      <Fragment key={index}>{isAdded ? <ins>{runOf(text)}</ins> : runOf(text)}</Fragment>
    ))
  }
  return block.children.map((child, index) => {
    if (child.kind === 'text') return <Fragment key={index}>{runOf(child)}</Fragment>
    return child.name === NODE.hardBreak ? <br key={child.key} /> : <Block key={child.key} block={child} {...moment} />
  })
}

function runOf({ text, marks }: PlanText): ReactNode {
  const bold = marks.includes(MARK.bold) ? <strong>{text}</strong> : text
  const italic = marks.includes(MARK.italic) ? <em>{bold}</em> : bold
  return marks.includes(MARK.highlight) ? <mark>{italic}</mark> : italic
}
