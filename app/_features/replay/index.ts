export { ReplayScreen, type ReplayScreenProps } from './replay-screen.tsx'
