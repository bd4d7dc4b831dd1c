'use client'

import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PlanSession } from '#app/_client/collab-client.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { usePlanOutline, type PlacedOutlineEntry } from './use-plan-outline.ts'

/** A section is being read when its heading has come up to here. */
const READING_LINE_PX = 180

type PlanOutlineProps = { session: PlanSession; editor: Editor }

/** The sections beside the sheet, with what is not written yet; a click goes there. */
export function PlanOutline({ session, editor }: PlanOutlineProps) {
  const t = useTranslations('plan')
  const outline = usePlanOutline(session)
  const current = useCurrentSection(editor, outline)
  return (
    <nav aria-label={t('outline')} className="sticky top-31 pt-10">
      <ol>
        {outline.map((entry) => (
          <li key={entry.key}>
            <a
              href={`#${entry.key}`}
              aria-current={entry.key === current ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault()
                blockElement(editor, entry)?.scrollIntoView({ block: 'start', behavior: 'instant' })
              }}
              className={classNames(
                'flex items-baseline justify-between gap-2 border-l py-[5px] pl-3.5 text-ui',
                entry.key === current
                  ? 'border-bamboo font-semibold text-ink shadow-[inset_1px_0_var(--bamboo)]'
                  : 'border-line-2 text-ink-3 hovered:text-ink',
              )}
            >
              <span className="truncate">{entry.title}</span>
              {entry.state === 'empty' && <span className="text-caption font-normal text-ink-3">{t('unwritten')}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function blockElement(editor: Editor, { blockIndex }: PlacedOutlineEntry): Element | null {
  return editor.view.dom.children.item(blockIndex)
}

function useCurrentSection(editor: Editor, outline: readonly PlacedOutlineEntry[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const look = () => {
      const above = outline.filter((entry) => {
        const element = blockElement(editor, entry)
        return element !== null && element.getBoundingClientRect().top < READING_LINE_PX
      })
      setCurrent((above.at(-1) ?? outline[0])?.key ?? null)
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [editor, outline])
  return current
}
