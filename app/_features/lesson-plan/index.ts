export { PlanAtMoment, type PlanAtMomentProps } from './plan-at-moment.tsx'
export { PlanEditor, type PlanEditorProps } from './plan-editor.tsx'
export { PlanPanel, type PlanPanelProps } from './plan-panel.tsx'
