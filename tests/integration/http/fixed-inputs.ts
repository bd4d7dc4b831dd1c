import type { HttpRequestName } from '#core/contract/http-requests.ts'

/** What requests are given that are the same in every world. */
export const FIXED_INPUTS = {
  'calendar.days': { fromDay: '2030-01-01', days: 7 },
  'calendar.own-feed': { token: 'nobody-has-this-token-for-sure' },
  'calendar.list': { fromDay: '2030-01-01' },
  'me.get': {},
  'me.sign-out-everywhere': {},
  'home.get': {},
  'desk.get': {},
  'waiting.list': {},
  'activities.list': {},
  'studios.list': {},
  'studios.choices': {},
  'notifications.list': {},
  'notifications.count': {},
  'mail.get': {},
  'mail.set-address': { address: 'somebody@example.edu.cn', locale: 'zh-CN' },
  'mail.choose': {
    choices: {
      activity: 'each',
      reminder: 'each',
      announcement: 'daily',
      studio: 'daily',
      plan: 'daily',
      application: 'off',
    },
  },
  'mail.remove': {},
  'mail.confirm': { link: 'nobody-has-this-link-for-sure' },
  'mail.stop': { key: 'nobody-has-this-key-for-sure' },
  'imports.list': {},
  'audit.list': {},
  'organisations.list': {},
  'calendar.about': {},
  'memberships.mine': {},
  'memberships.to-decide': {},
  'announcements.list': {},
  'announcements.places': {},
  'resources.list': {},
  'resources.places': {},
  'calendar.feed': {},
  'calendar.own-token': {},
  'calendar.renew-token': {},
  'calendar.drop-token': {},
} as const satisfies Partial<Record<HttpRequestName, object>>

export const hasFixedInput = (name: HttpRequestName): name is keyof typeof FIXED_INPUTS => name in FIXED_INPUTS
