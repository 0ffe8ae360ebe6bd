import type { ReactNode } from 'react'
import type { Backend } from './backends.js'

interface BackendSwitchProps {
  readonly backends: readonly Backend[]
  readonly backend: Backend
  readonly onChange: (backend: Backend) => void
}

/** Where there is more than one: what a backend cannot do is not on the page. */
export function BackendSwitch({ backends, backend, onChange }: BackendSwitchProps): ReactNode {
  if (backends.length < 2) return null
  return (
    <label className="switch">
      <span>Backend</span>
      <select
        value={backend.name}
        onChange={({ target }) =>
          onChange(backends.find(({ name }) => name === target.value) ?? backend)
        }
      >
        {backends.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}
