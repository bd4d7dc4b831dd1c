// Who may import whom: the table of the house, as rules for dependency-cruiser. Each room names all that it may reach
// of ours, and of the packages where that matters; whatever else it reaches is an error.

const OURS = '^(app|bench|core|deploy|prisma|scripts|server|tests|proxy\\.ts)(/|$)'

const packages = (...names) => names.map((name) => `^node_modules/(@types/)?${name}(/|$)`)
const SOCKETS = packages('socket\\.io', 'socket\\.io-client', 'ws', '@socket\\.io/redis-streams-adapter')
const MEDIA = packages('mediasoup')
const DATABASE = packages('@prisma', 'prisma', 'pg')
const REDIS = packages('redis', '@redis')
const WEB = packages('next', 'react', 'react-dom')
const GENERATED_CLIENT = '^server/adapters/postgres/generated'
const PORTS = ['^server/usecases/ports(/|\\.ts$)', '^server/usecases/[^/]+/ports(/|\\.ts$)']
const LOGGER = '^server/observability/logger\\.ts$'
const START_FAULT = '^server/lifecycle/start-fault\\.ts$'
/** What media shows to the outside: its rooms, and the one error they throw. */
const MEDIA_FACE = '^server/media/media-(rooms|room|peer|error)\\.ts$'
const CORE = '^core/'

/** `room` may reach, of our own folders, itself and `may`. */
const reachesOnly = (name, { room, may }) => ({
  name: `${name}-reaches-only`,
  severity: 'error',
  from: { path: room },
  to: { path: OURS, pathNot: [room, ...may] },
})

/** `room` may reach, of packages and of Node, nothing but `may`. */
const usesOnly = (name, { room, may }) => ({
  name: `${name}-uses-only`,
  severity: 'error',
  from: { path: room },
  to: {
    dependencyTypesNot: ['local', 'localmodule', 'aliased', 'aliased-subpath-import', 'undetermined'],
    pathNot: [OURS, ...may],
  },
})

const neverUses = (name, { room, never }) => ({
  name: `${name}-never-uses`,
  severity: 'error',
  from: { path: room },
  to: { path: [...never, GENERATED_CLIENT] },
})

export const importRules = [
  {
    name: 'imports-resolve',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    // A circle of types alone exists for the compiler only.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },

  reachesOnly('contract', { room: '^core/contract/', may: [] }),
  usesOnly('contract', { room: '^core/contract/', may: packages('zod') }),
  reachesOnly('domain', { room: '^core/domain/', may: ['^core/contract/'] }),
  usesOnly('domain', { room: '^core/domain/', may: [] }),
  reachesOnly('lesson-plan', { room: '^core/lesson-plan/', may: ['^core/contract/'] }),
  // The editor's schema lives here, which is made of Tiptap's node types.
  usesOnly('lesson-plan', { room: '^core/lesson-plan/', may: packages('yjs', 'zod', '@tiptap') }),

  reachesOnly('usecases', { room: '^server/usecases/', may: [CORE] }),
  neverUses('usecases', { room: '^server/usecases/', never: [...SOCKETS, ...MEDIA, ...DATABASE, ...REDIS, ...WEB] }),
  reachesOnly('adapters', { room: '^server/adapters/', may: [...PORTS, CORE, LOGGER, START_FAULT] }),
  neverUses('adapters', { room: '^server/adapters/(?!postgres/)', never: DATABASE }),
  reachesOnly('media', { room: '^server/media/', may: [CORE, LOGGER] }),
  neverUses('media', { room: '^server/media/', never: [...SOCKETS, ...DATABASE, ...WEB] }),
  reachesOnly('realtime', {
    room: '^server/realtime/',
    may: ['^server/usecases/', CORE, LOGGER, MEDIA_FACE],
  }),
  neverUses('realtime', { room: '^server/realtime/', never: [...DATABASE, ...MEDIA, ...WEB] }),
  reachesOnly('collab', { room: '^server/collab/', may: ['^server/usecases/', CORE, LOGGER] }),
  neverUses('collab', { room: '^server/collab/', never: [...DATABASE, ...MEDIA, ...WEB, ...packages('socket\\.io')] }),
  reachesOnly('recording', { room: '^server/recording/', may: ['^server/media/', '^server/usecases/', CORE, LOGGER] }),
  neverUses('recording', { room: '^server/recording/', never: [...SOCKETS, ...DATABASE, ...WEB] }),

  reachesOnly('app-server', { room: '^app/_server/', may: ['^server/usecases/', CORE] }),
  reachesOnly('app-client', { room: '^app/_client/', may: [CORE] }),
  neverUses('app-client', { room: '^app/_client/', never: [...WEB, ...packages('mediasoup', 'socket\\.io')] }),
  reachesOnly('app-ui', { room: '^app/_ui/', may: [] }),
  reachesOnly('features', {
    room: '^app/_features/',
    may: ['^app/_client/', '^app/_ui/', '^app/_i18n/use-act\\.ts$', CORE],
  }),
  {
    name: 'features-keep-apart',
    severity: 'error',
    from: { path: '^app/_features/([^/]+)/' },
    to: { path: '^app/_features/', pathNot: '^app/_features/$1/' },
  },
  {
    // Pages, layouts, route handlers: whatever in app/ is not in a private folder.
    name: 'routes-reach-only',
    severity: 'error',
    from: { path: '^app/(?!_)' },
    to: { path: OURS, pathNot: ['^app/(?!_)', '^app/_(server|features|ui|i18n|theme|security)/', CORE] },
  },
  {
    name: 'only-tests-reach-tests',
    severity: 'error',
    from: { pathNot: '^(tests|bench)/' },
    to: { path: '^(tests|bench)/' },
  },
]
