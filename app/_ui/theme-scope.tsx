'use client'

import { createContext, useContext, type ReactNode } from 'react'

type ScopedTheme = 'dark' | 'light' | 'inherited'

const ThemeScopeContext = createContext<ScopedTheme>('inherited')

type ThemeScopeProps = {
  theme: 'dark' | 'light'
  className?: string
  children: ReactNode
}

/**
 * Gives a part of the page its own theme, as the room does. Menus, dialogs and toasts opened inside follow it although
 * they are drawn at the end of the document. The caller sets ground and ink: `bg-room text-ink`.
 */
export function ThemeScope({ theme, className, children }: ThemeScopeProps) {
  return (
    <ThemeScopeContext value={theme}>
      <div data-theme={theme} className={className}>
        {children}
      </div>
    </ThemeScopeContext>
  )
}

/** Attributes for the outermost element of something drawn outside its parent. */
export function useScopedTheme(): { 'data-theme'?: 'dark' | 'light' } {
  const theme = useContext(ThemeScopeContext)
  return theme === 'inherited' ? {} : { 'data-theme': theme }
}
