'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type RefObject } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import type { OutlineEntry } from '#core/lesson-plan/outline.ts'

/** A section is being read when its heading has come up to here. */
const READING_LINE_PX = 180

type PlanOutlineProps = {
  outline: readonly OutlineEntry[]
  /** Where the text stands, written by the server or live. */
  sheet: RefObject<HTMLElement | null>
}

/** The sections beside the sheet, with what is not written yet; a click goes there. */
export function PlanOutline({ outline, sheet }: PlanOutlineProps) {
  const t = useTranslations('plan')
  const current = useCurrentSection(outline, sheet)
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
                blockElement(sheet.current, entry)?.scrollIntoView({ block: 'start', behavior: 'instant' })
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

function blockElement(sheet: HTMLElement | null, { blockIndex }: OutlineEntry): Element | null {
  return sheet?.querySelector('.plan-text')?.children.item(blockIndex) ?? null
}

function useCurrentSection(outline: readonly OutlineEntry[], sheet: RefObject<HTMLElement | null>): string | null {
  const [current, setCurrent] = useState(outline[0]?.key ?? null)
  useEffect(() => {
    const look = () => {
      const above = outline.filter((entry) => {
        const element = blockElement(sheet.current, entry)
        return element !== null && element.getBoundingClientRect().top < READING_LINE_PX
      })
      setCurrent((above.at(-1) ?? outline[0])?.key ?? null)
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [sheet, outline])
  return current
}
