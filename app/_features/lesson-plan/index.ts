export { PlanEditor } from './plan-editor.tsx'
export { PlanPanel, type PlanPanelProps } from './plan-panel.tsx'
