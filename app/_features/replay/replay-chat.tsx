'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { usePlayerState, useReplay } from './replay-context.ts'

/** The whole chat; what was just said is marked, what is still to come is quiet. A line seeks to its moment. */
export function ReplayChat({ className }: { className?: string }) {
  const t = useTranslations('replay')
  const { history, manifest, player } = useReplay()
  // Of what was deleted only the place is left, also at the seconds before it was.
  const chat = useMemo(() => history.stateAt(Infinity).chat, [history])
  const said = usePlayerState(({ positionMs }) => chat.findLastIndex(({ atMs }) => atMs <= positionMs))
  const list = useRef<HTMLOListElement>(null)
  const [follows, setFollows] = useState(true)
  useEffect(() => {
    const line = list.current?.children[Math.max(0, said)]
    if (!follows || list.current === null || !(line instanceof HTMLElement)) return
    list.current.scrollTop = line.offsetTop - list.current.clientHeight * 0.6
  }, [said, follows])
  const letGo = () => setFollows(false)
  return (
    <section aria-label={t('chat.title')} className={classNames('flex min-h-0 flex-col', className)}>
      <header className="mb-1 flex items-baseline gap-2">
        <h2 className="font-song text-lead leading-6 font-semibold phone:hidden laptop:hidden">{t('chat.title')}</h2>
        {follows ? (
          <span className="text-meta text-ink-3">{t('chat.follows')}</span>
        ) : (
          <button type="button" className="touch-area text-meta text-bamboo" onClick={() => setFollows(true)}>
            {t('chat.followAgain')}
          </button>
        )}
      </header>
      {chat.length === 0 ? (
        <p className="text-meta text-ink-3">{t(manifest.live ? 'chat.noneYet' : 'chat.none')}</p>
      ) : (
        <ol
          ref={list}
          tabIndex={0}
          aria-label={t('chat.title')}
          onWheel={letGo}
          onTouchMove={letGo}
          className="ring-inside relative -mx-1 min-h-0 flex-1 scroll-p-1 overflow-y-auto overscroll-contain p-1 [scrollbar-width:thin]"
        >
          {chat.map(({ id, atMs, authorName, text, deleted }, index) => (
            <li key={id} {...(index > said ? { 'data-later': '' } : {})}>
              <button
                type="button"
                onClick={() => player.seek(atMs)}
                className="flex w-full gap-2.5 py-1 text-left hovered:bg-well"
              >
                <time
                  className={classNames(
                    'w-10 shrink-0 text-caption leading-5.5',
                    index === said ? 'font-semibold text-bamboo' : 'text-ink-3',
                  )}
                >
                  {momentWords(atMs)}
                </time>
                <span className={classNames('min-w-0', index > said && 'text-ink-3')}>
                  <b className={classNames('mr-2 text-ink-3', index > said ? 'font-normal' : 'font-medium')}>
                    {authorName}
                  </b>
                  {deleted ? <span className="text-ink-3">{t('chat.deleted')}</span> : text}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
