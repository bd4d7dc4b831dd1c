import { classNames } from './class-names.ts'

export type ButtonTone = 'primary' | 'secondary' | 'ghost' | 'danger' | 'ink'
export type ButtonSize = 'big' | 'normal' | 'small' | 'xs'

export type ButtonLook = {
  /** `primary`: at most one in a view. `ink`: the room's 离开. */
  tone?: ButtonTone | undefined
  size?: ButtonSize | undefined
  isWide?: boolean | undefined
  className?: string | undefined
}

const TONES: Record<ButtonTone, string> = {
  primary: 'border-transparent bg-bamboo text-on-bamboo hovered:bg-bamboo-strong',
  secondary: 'border-edge text-ink hovered:bg-well',
  ghost: 'border-transparent text-ink-2 hovered:bg-well hovered:text-ink',
  danger: 'border-ochre text-ochre hovered:bg-ochre-wash',
  ink: 'border-transparent bg-ink text-paper',
}

const SIZES: Record<ButtonSize, string> = {
  big: 'h-12 px-7 text-body',
  normal: 'h-10 text-ui touch-area',
  small: 'h-8 px-3 text-meta touch-area',
  xs: 'h-6.5 px-2 text-caption touch-area',
}

/** The look shared by buttons and by links that act as buttons. */
export function buttonStyle({ tone = 'secondary', size = 'normal', isWide = false, className }: ButtonLook): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap',
    'select-none transition-colors duration-(--t-1)',
    SIZES[size],
    size === 'normal' && (tone === 'ghost' ? 'px-3' : 'px-4.5'),
    TONES[tone],
    'off:border-transparent off:bg-well off:text-ink-4',
    isWide && 'w-full',
    className,
  )
}
