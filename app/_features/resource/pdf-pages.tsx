'use client'

import { useTranslations } from 'next-intl'
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { ErrorNotice } from '#app/_ui/notice.tsx'

/** Where the server has what pdf.js asks for by itself: character maps of Chinese fonts that a file does not carry. */
const PARTS = '/pdf-parts'
/** Looked at for so long, a page is seen. */
const LOOK_MS = 1_500
/** Drawn before one gets there. */
const AHEAD = '800px'
const SHARPNESS_MAX = 2

type PdfPagesProps = { url: string; onSeen: (page: number, pages: number) => void }
type Shown = { status: 'loading' } | { status: 'ready'; document: PDFDocumentProxy } | { status: 'failed' }

/** Every page below the other, drawn when one comes near. */
export function PdfPages({ url, onSeen }: PdfPagesProps) {
  const t = useTranslations('resource.page')
  const [shown, setShown] = useState<Shown>({ status: 'loading' })
  useEffect(() => {
    GlobalWorkerOptions.workerPort ??= new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), {
      type: 'module',
    })
    const task = getDocument({
      url,
      cMapUrl: `${PARTS}/cmaps/`,
      standardFontDataUrl: `${PARTS}/standard_fonts/`,
      // Our policy lets no page compile WebAssembly; the same decoders come as scripts.
      wasmUrl: `${PARTS}/wasm/`,
      useWasm: false,
    })
    task.promise.then(
      (document) => setShown({ status: 'ready', document }),
      () => {
        if (!task.destroyed) setShown({ status: 'failed' })
      },
    )
    return () => void task.destroy()
  }, [url])

  switch (shown.status) {
    case 'loading':
      return (
        <p role="status" className="grid aspect-[1/1.2] place-items-center bg-well text-ink-3">
          {t('pdfLoading')}
        </p>
      )
    case 'failed':
      return <ErrorNotice>{t('pdfFailed')}</ErrorNotice>
    case 'ready': {
      const { document } = shown
      return (
        <ol className="flex flex-col gap-4">
          {Array.from({ length: document.numPages }, (_, index) => (
            <PdfPage key={index} document={document} number={index + 1} onSeen={onSeen} />
          ))}
        </ol>
      )
    }
    default:
      return shown satisfies never
  }
}

type PdfPageProps = { document: PDFDocumentProxy; number: number; onSeen: PdfPagesProps['onSeen'] }

function PdfPage({ document, number, onSeen }: PdfPageProps) {
  const t = useTranslations('resource.page')
  const frame = useRef<HTMLLIElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setIsNear] = useState(false)
  const [ratio, setRatio] = useState<number | null>(null)
  const seen = useRef(onSeen)
  useEffect(() => {
    seen.current = onSeen
  })

  useEffect(() => {
    if (frame.current === null) return undefined
    const watch = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting ?? false), {
      rootMargin: AHEAD,
    })
    watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    if (frame.current === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer)
        if (entry?.isIntersecting === true) timer = setTimeout(() => seen.current(number, document.numPages), LOOK_MS)
      },
      { threshold: 0.4 },
    )
    watch.observe(frame.current)
    return () => {
      clearTimeout(timer)
      watch.disconnect()
    }
  }, [document, number])

  useEffect(() => {
    if (!isNear) return undefined
    let isOver = false
    let stop: (() => void) | undefined
    void draw().catch(() => undefined)
    async function draw() {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      if (isOver || canvas.current === null) return
      setRatio(width / height)
      const sharpness = Math.min(SHARPNESS_MAX, window.devicePixelRatio)
      const viewport = page.getViewport({ scale: (canvas.current.clientWidth / width) * sharpness })
      canvas.current.width = Math.floor(viewport.width)
      canvas.current.height = Math.floor(viewport.height)
      const task = page.render({ canvas: canvas.current, viewport })
      stop = () => task.cancel()
      await task.promise
    }
    return () => {
      isOver = true
      stop?.()
    }
  }, [document, number, isNear])

  return (
    <li ref={frame}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('page', { number, count: document.numPages })}
        className="block w-full rounded-paper bg-white shadow-page"
        style={{ aspectRatio: ratio ?? 0.707 }}
      />
    </li>
  )
}
