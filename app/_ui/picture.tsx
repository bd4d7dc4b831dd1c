import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type PictureProps = {
  /** An `img` or `video` that fills the frame (`size-full object-cover`); none: the dark ground alone. */
  children?: ReactNode
  /** On a dark plate in the corner: a name, a length. */
  plate?: ReactNode
  plateCorner?: 'left' | 'right'
  radius?: 'tile' | 'small' | 'none'
  className?: string
}

/** A 16:9 frame for what one watches. */
export function Picture({ children, plate, plateCorner = 'left', radius = 'tile', className }: PictureProps) {
  return (
    <span
      className={classNames(
        'relative block aspect-video overflow-hidden bg-[#0e0d0b]',
        radius === 'tile' && 'rounded-tile',
        radius === 'small' && 'rounded-[4px]',
        className,
      )}
    >
      {children}
      {plate !== undefined && (
        <span
          className={classNames(
            'absolute bottom-0 flex items-center gap-1.5 bg-[rgb(14_13_11/0.72)] py-[3px] text-caption text-[#f3efe6]',
            plateCorner === 'left' ? 'left-0 rounded-tr-control pr-2.5 pl-2' : 'right-0 rounded-tl-[4px] px-2.5',
          )}
        >
          {plate}
        </span>
      )}
    </span>
  )
}
