import { Fragment, type ReactNode } from 'react'
import type { PlanBlock, PlanText } from '#core/contract/plan-block.ts'
import { MARK, NODE } from '#core/lesson-plan/names.ts'
import { isPlanImageAddress } from '#core/lesson-plan/plan-image-address.ts'
import { textOfBlock } from '#core/lesson-plan/text-of-block.ts'

type PlaceAttributes = { id?: string; 'data-last'?: true }

/** What is particular where the blocks are shown; both answer the same for the same block. */
export interface BlockDrawing {
  /** Something in place of a block; null: the block as it is. */
  replace?: (block: PlanBlock) => ReactNode
  /** Of headings and paragraphs. */
  attributesOf?: (block: PlanBlock) => PlaceAttributes
}

type PlanBlocksProps = { blocks: readonly PlanBlock[]; drawing?: BlockDrawing }

/**
 * Blocks of a plan that is only read, drawn like the editor draws them, line for line. Elements alone, without a hook: server
 * and browser draw them. Nothing of an attribute is written that was not looked at.
 */
export function PlanBlocks({ blocks, drawing = {} }: PlanBlocksProps) {
  return blocks.map((block) => <Block key={block.key} block={block} drawing={drawing} />)
}

type BlockProps = { block: PlanBlock; drawing: BlockDrawing; label?: string | undefined }

function Block({ block, drawing, label }: BlockProps) {
  const other = drawing.replace?.(block) ?? null
  if (other !== null) return other
  const inner = <BlockContent block={block} drawing={drawing} />
  const place = drawing.attributesOf?.(block) ?? {}
  const start = wholeNumber(block.attributes['start'], { least: 0 })
  switch (block.name) {
    case NODE.heading:
      return (
        <HeadingOf block={block} {...place}>
          {inner}
        </HeadingOf>
      )
    case NODE.paragraph:
      return <p {...place}>{inner}</p>
    case NODE.bulletList:
      return <ul>{inner}</ul>
    case NODE.orderedList:
      return <ol {...(start === null ? {} : { start })}>{inner}</ol>
    case NODE.listItem:
      return <li>{inner}</li>
    case NODE.blockquote:
      return <blockquote>{inner}</blockquote>
    case NODE.table:
      return <TableOf block={block} drawing={drawing} />
    case NODE.tableHeader:
      return <th {...cellAttributes(block)}>{inner}</th>
    case NODE.tableCell:
      return (
        <td {...cellAttributes(block)} data-label={label}>
          {inner}
        </td>
      )
    case NODE.image:
      return <PictureOf block={block} />
    default:
      // A node of a newer version: its text is worth more than its form.
      return inner
  }
}

type HeadingOfProps = { block: PlanBlock; children: ReactNode } & PlaceAttributes

export function HeadingOf({ block, children, ...place }: HeadingOfProps) {
  const level = block.attributes['level']
  if (level === 1) return <h1 {...place}>{children}</h1>
  return level === 2 ? <h2 {...place}>{children}</h2> : <h3 {...place}>{children}</h3>
}

function TableOf({ block, drawing }: BlockProps) {
  const rows = block.children.filter((child) => child.kind === 'block')
  const cellsOf = (row: PlanBlock) => row.children.filter((child) => child.kind === 'block')
  const names = rows[0] === undefined ? [] : cellsOf(rows[0]).filter(({ name }) => name === NODE.tableHeader)
  return (
    <div className="tableWrapper">
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {cellsOf(row).map((cell, column) => (
                <Block
                  key={cell.key}
                  block={cell}
                  drawing={drawing}
                  label={names[column] === undefined ? undefined : textOfBlock(names[column])}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellAttributes({ attributes }: PlanBlock) {
  const colSpan = wholeNumber(attributes['colspan'], { least: 2 })
  const rowSpan = wholeNumber(attributes['rowspan'], { least: 2 })
  const align = ALIGNED.find((one) => one === attributes['align'])
  return {
    ...(colSpan === null ? {} : { colSpan }),
    ...(rowSpan === null ? {} : { rowSpan }),
    ...(align === undefined ? {} : { style: { textAlign: align } }),
  }
}

const ALIGNED = ['left', 'center', 'right'] as const

function PictureOf({ block }: { block: PlanBlock }) {
  const { src, alt, width, height } = block.attributes
  if (!isPlanImageAddress(src)) return null
  const [widthPx, heightPx] = [wholeNumber(width, { least: 1 }), wholeNumber(height, { least: 1 })]
  return (
    // Made by our server in a size that fits; next/image would make it a second time.
    // eslint-disable-next-line @next/next/no-img-element
    <img
      src={src}
      alt={typeof alt === 'string' ? alt : ''}
      {...(widthPx === null || heightPx === null ? {} : { width: widthPx, height: heightPx })}
    />
  )
}

/** What stands in a block. */
export function BlockContent({ block, drawing }: BlockProps) {
  const isText = block.name === NODE.paragraph || block.name === NODE.heading
  return (
    <>
      {block.children.map((child, index) => {
        if (child.kind === 'text') return <Fragment key={index}>{drawRun(child)}</Fragment>
        if (child.name === NODE.hardBreak) return <br key={child.key} />
        return <Block key={child.key} block={child} drawing={drawing} />
      })}
      {isText && endsWithBreak(block) && <br />}
    </>
  )
}

/** An empty line keeps its height, and so does one behind a break: a browser draws neither by itself. */
function endsWithBreak({ children }: PlanBlock): boolean {
  const last = children.at(-1)
  if (last === undefined) return true
  return last.kind === 'text' ? last.text.endsWith('\n') : last.name === NODE.hardBreak
}

export function drawRun({ text, marks }: PlanText): ReactNode {
  const bold = marks.includes(MARK.bold) ? <strong>{text}</strong> : text
  const italic = marks.includes(MARK.italic) ? <em>{bold}</em> : bold
  return marks.includes(MARK.highlight) ? <mark>{italic}</mark> : italic
}

function wholeNumber(value: unknown, { least }: { least: number }): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value < 100_000 ? value : null
}
