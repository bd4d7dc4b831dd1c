export const THEMES = ['system', 'light', 'dark'] as const
/** What a person has chosen. `system` follows the device. */
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'tongke-theme'

/** The theme a cookie names, or `system` when there is none or an unknown one. */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system'
}
