import { useTranslations } from 'next-intl'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import {
  cropOf,
  FIRST_FRAMING,
  framingWithin,
  PHOTO_CROP_MIN_WIDTH_PX,
  PHOTO_PX,
  PHOTO_ZOOM_MAX,
  type Framing,
} from '#core/domain/application/photo-crop.ts'
import { Button } from '#app/_ui/button.tsx'
import { Slider } from '#app/_ui/slider.tsx'

const FRAME_WIDTH_PX = 210
const FRAME_HEIGHT_PX = (FRAME_WIDTH_PX * PHOTO_PX.height) / PHOTO_PX.width
/** Of the frame, for each press of an arrow key. */
const NUDGE_RATIO = 0.03
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

type PhotoFramerProps = {
  /** Of the file that was chosen. */
  url: string
  isSending: boolean
  onUse: (framing: Framing) => void
  onCancel: () => void
  onUnreadable: () => void
}

/** The picture behind a frame of 35 to 49: moved by pointer or arrow keys, brought nearer by the slider. */
export function PhotoFramer({ url, isSending, onUse, onCancel, onUnreadable }: PhotoFramerProps) {
  const t = useTranslations('application.photo')
  const [picture, setPicture] = useState<{ width: number; height: number } | null>(null)
  const [framing, setFraming] = useState(FIRST_FRAMING)
  const grip = useRef<{ x: number; y: number } | null>(null)
  const crop = picture === null ? null : cropOf(picture, framing)
  const scale = crop === null ? 1 : FRAME_WIDTH_PX / crop.width

  const frame = (change: Partial<Framing>) => {
    if (picture !== null) setFraming((now) => framingWithin(picture, { ...now, ...change }))
  }
  /** In pixels of the frame: the picture goes with the finger. */
  const move = (x: number, y: number) => {
    if (picture === null) return
    frame({
      centreX: framing.centreX - x / (picture.width * scale),
      centreY: framing.centreY - y / (picture.height * scale),
    })
  }
  const drag = (event: PointerEvent) => {
    if (grip.current === null) return
    move(event.clientX - grip.current.x, event.clientY - grip.current.y)
    grip.current = { x: event.clientX, y: event.clientY }
  }
  const press = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (arrow === undefined) return
    event.preventDefault()
    move(-arrow[0] * NUDGE_RATIO * FRAME_WIDTH_PX, -arrow[1] * NUDGE_RATIO * FRAME_HEIGHT_PX)
  }
  const isSmall = crop !== null && crop.width < PHOTO_CROP_MIN_WIDTH_PX
  return (
    <div className="flex flex-wrap items-start gap-6">
      <div
        role="application"
        aria-label={t('frame')}
        tabIndex={0}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          grip.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          grip.current = null
        }}
        onKeyDown={press}
        className="relative shrink-0 cursor-grab touch-none overflow-hidden rounded-paper border border-edge bg-well"
        style={{ width: FRAME_WIDTH_PX, height: FRAME_HEIGHT_PX }}
      >
        {/* A file of this browser: nothing to optimise. */}
        {/* eslint-disable-next-line @next/next/no-img-element */}
        <img
          src={url}
          alt=""
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setPicture({ width, height })}
          onError={onUnreadable}
          className="absolute max-w-none select-none"
          style={
            crop === null || picture === null
              ? { visibility: 'hidden' }
              : { width: picture.width * scale, left: -crop.left * scale, top: -crop.top * scale }
          }
        />
      </div>
      <div className="flex max-w-72 min-w-56 flex-1 flex-col gap-4">
        <Slider
          label={t('zoom')}
          min={1}
          max={PHOTO_ZOOM_MAX}
          step={0.05}
          value={framing.zoom}
          onChange={(zoom) => frame({ zoom })}
          formatOptions={{ style: 'percent' }}
        />
        <p className={isSmall ? 'text-meta text-ochre' : 'text-meta text-ink-3'}>{t(isSmall ? 'small' : 'how')}</p>
        <p className="flex gap-2">
          <Button
            isDisabled={picture === null || isSmall}
            busyLabel={isSending ? t('sending') : undefined}
            onPress={() => onUse(framing)}
          >
            {t('use')}
          </Button>
          <Button tone="ghost" onPress={onCancel} isDisabled={isSending}>
            {t('cancel')}
          </Button>
        </p>
      </div>
    </div>
  )
}
