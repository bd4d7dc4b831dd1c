import en from '../../messages/en/ui.json' with { type: 'json' }
import zhCN from '../../messages/zh-CN/ui.json' with { type: 'json' }
import type { Locale } from './locales.ts'

/**
 * The texts of the error pages, in the bundle: these pages are drawn in the browser when the server or the connection
 * has failed, so they cannot ask for texts then.
 */
export const ERROR_TEXTS = { 'zh-CN': zhCN.error, en: en.error } satisfies Record<Locale, unknown>
