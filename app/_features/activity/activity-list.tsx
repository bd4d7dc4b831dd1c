'use client'

import { Fragment, useState, useTransition, type ReactNode } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'

/** One page of lines, and where the next begins. */
export type ActivityPage = { rows: ReactNode; nextCursor: string | null }

type ActivityListProps = {
  first: ActivityPage
  loadMore: (cursor: string) => Promise<ActivityPage>
  /** Where the next page stands for browsers without script. */
  moreHref: string
  texts: { more: string; busy: string; failed: string }
}

/** The lines so far, and 更多. */
export function ActivityList({ first, loadMore, moreHref, texts }: ActivityListProps) {
  const [pages, setPages] = useState([first])
  const [hasFailed, setHasFailed] = useState(false)
  const [isBusy, startTransition] = useTransition()
  const nextCursor = pages.at(-1)?.nextCursor ?? null
  const load = (cursor: string) =>
    startTransition(async () => {
      try {
        const page = await loadMore(cursor)
        setPages((shown) => [...shown, page])
        setHasFailed(false)
      } catch {
        setHasFailed(true)
      }
    })
  return (
    <>
      <ol className="[&>li:first-child>a]:pt-0.5">
        {pages.map((page, index) => (
          <Fragment key={index}>{page.rows}</Fragment>
        ))}
      </ol>
      {nextCursor !== null && (
        <p className="mt-6 flex items-center gap-4">
          <a
            href={moreHref}
            aria-disabled={isBusy}
            className={buttonStyle({})}
            onClick={(event) => {
              event.preventDefault()
              if (!isBusy) load(nextCursor)
            }}
          >
            {isBusy ? texts.busy : texts.more}
          </a>
          {hasFailed && (
            <span role="alert" className="text-meta text-ochre">
              {texts.failed}
            </span>
          )}
        </p>
      )}
    </>
  )
}
