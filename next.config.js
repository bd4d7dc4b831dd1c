import createNextIntlPlugin from 'next-intl/plugin'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'

/**
 * Headers that never change from one answer to the next. The content security policy carries a nonce for each
 * request and is therefore written in proxy.ts.
 */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), fullscreen=(self), ' +
      'geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** Native modules, and modules that must be the very instance that the server process built. */
const NEVER_BUNDLED = [
  '@node-rs/argon2',
  '@prisma/adapter-pg',
  '@prisma/client',
  'better-auth',
  'mediasoup',
  'pg',
  'pino',
  'sharp',
  // Two copies of it do not know each other's documents; the process has read one for the plan's channel.
  'yjs',
]

/** React Aria ships its own words in 34 languages, 20 kB gz of them with every menu; the product speaks two. */
const OTHER_LANGUAGES = {
  condition: {
    path: /(react-aria|react-stately)[^/]*\/dist\/private\/intl\/(?:[^/]+\/)?(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/,
  },
  loaders: ['./app/_ui/empty-strings-loader.mjs'],
}

/** zod's way into JSON Schema, mediasoup-client's fakes for tests and its React Native: 9 kB gz of the room that no browser of ours ever calls. */
const NEVER_CALLED = {
  condition: {
    all: [
      'browser',
      {
        path: /(zod\/v4\/core\/(to-json-schema|json-schema-processors)|mediasoup-client\/lib\/(handlers\/(FakeHandler|ReactNative106)|test\/fakeParameters))\.js$/,
      },
    ],
  },
  loaders: ['./app/_client/left-out-loader.mjs'],
}

/**
 * Texts are compiled as they are read (app/_i18n/messages.ts), and this half of next-intl puts values into them; the other half
 * would bring the parser of their language into every page that has texts in the browser. Its plugin sets the same for messages
 * that the bundler reads, which ours are not: they can be mended without a new build.
 */
const COMPILED_TEXTS = {
  'use-intl/format-message': './node_modules/use-intl/dist/esm/production/format-message/format-only.js',
}

/**
 * The gallery's page is called page.gallery.tsx. Without the last extension Next does not see the file at all, so a
 * production build neither routes nor ships it. TONGKE_GALLERY=1 includes it in a build made for looking at it.
 */
const withGallery = (phase) => phase === PHASE_DEVELOPMENT_SERVER || process.env.TONGKE_GALLERY === '1'

const withTexts = createNextIntlPlugin('./app/_i18n/request.ts')

/** @type {(phase: string) => import('next').NextConfig} */
export default function nextConfig(phase) {
  return withTexts({
    reactStrictMode: true,
    poweredByHeader: false,
    pageExtensions: withGallery(phase) ? ['tsx', 'ts', 'gallery.tsx'] : ['tsx', 'ts'],
    // `npm test` checks the types of the whole project; a start on a teacher's machine need not wait for it again.
    typescript: { ignoreBuildErrors: true },
    turbopack: { rules: { '*.mjs': OTHER_LANGUAGES, '*.js': NEVER_CALLED }, resolveAlias: COMPILED_TEXTS },
    serverExternalPackages: NEVER_BUNDLED,
    headers: () => Promise.resolve([{ source: '/:path*', headers: SECURITY_HEADERS }]),
  })
}
