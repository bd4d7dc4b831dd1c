'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useEffect, useRef } from 'react'
import type { FileShape } from '#core/contract/resources.ts'
import { useNoteView } from './note-view.ts'

/** pdf.js is half a megabyte: only for who opens a document. */
const PdfPages = dynamic(() => import('./pdf-pages.tsx').then(({ PdfPages: part }) => part), { ssr: false })

/** Looked at for so long, a picture is seen. */
const LOOK_MS = 2_000
/** Between two ticks of a film that runs there is less; more is a jump. */
const TICK_MAX_SECONDS = 1.5

type ResourceViewerProps = {
  resourceId: string
  title: string
  shape: FileShape
  url: string
  posterUrl: string | null
}

/** What the file is, in the page: a document, a picture, sound or film. */
export function ResourceViewer({ resourceId, title, shape, url, posterUrl }: ResourceViewerProps) {
  const notes = useNoteView(resourceId)
  switch (shape) {
    case 'pdf':
    case 'office':
      return <PdfPages url={url} onSeen={(page, pages) => notes.saw(page - 1, page - 0.01, { whole: pages })} />
    case 'picture':
      return <Drawing url={url} title={title} onSeen={() => notes.saw(0, 0.99, { whole: 1 })} />
    case 'audio':
    case 'video':
      return (
        <Player
          isFilm={shape === 'video'}
          {...{ url, title, posterUrl }}
          onPlayed={(from, to, whole) => notes.saw(from, to, { whole })}
        />
      )
    default:
      return shape satisfies never
  }
}

function Drawing({ url, title, onSeen }: { url: string; title: string; onSeen: () => void }) {
  const seen = useRef(onSeen)
  useEffect(() => {
    seen.current = onSeen
  })
  useEffect(() => {
    const timer = setTimeout(() => seen.current(), LOOK_MS)
    return () => clearTimeout(timer)
  }, [])
  // eslint-disable-next-line @next/next/no-img-element -- our own bytes, behind our own permission
  return <img src={url} alt={title} className="mx-auto block max-h-[80dvh] max-w-full rounded-paper shadow-page" />
}

type PlayerProps = {
  isFilm: boolean
  url: string
  title: string
  posterUrl: string | null
  onPlayed: (from: number, to: number, whole: number) => void
}

function Player({ isFilm, url, title, posterUrl, onPlayed }: PlayerProps) {
  const t = useTranslations('resource.page')
  const last = useRef<number | null>(null)
  const played = ({ currentTarget: { currentTime, duration, paused } }: React.SyntheticEvent<HTMLMediaElement>) => {
    const from = last.current
    last.current = currentTime
    const isRun = from !== null && currentTime >= from && currentTime - from <= TICK_MAX_SECONDS
    if (isRun && !paused && Number.isFinite(duration)) onPlayed(from, currentTime, duration)
  }
  const own = {
    src: url,
    controls: true,
    preload: 'metadata' as const,
    'aria-label': `${t('play')} ${title}`,
    onTimeUpdate: played,
    onSeeking: () => (last.current = null),
  }
  // Subtitles come with the recording's transcript; an uploaded file has none.
  if (!isFilm) return <audio {...own} className="w-full" />
  return (
    <video
      {...own}
      playsInline
      {...(posterUrl === null ? {} : { poster: posterUrl })}
      className="block max-h-[80dvh] w-full rounded-tile bg-[#0e0d0b]"
    />
  )
}
