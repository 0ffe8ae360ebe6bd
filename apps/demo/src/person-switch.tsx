import type { ReactNode } from 'react'
import { people, type Person } from './people.js'

interface PersonSwitchProps {
  readonly person: Person
  readonly onChange: (person: Person) => void
}

export function PersonSwitch({ person, onChange }: PersonSwitchProps): ReactNode {
  return (
    <label className="switch">
      <span>Signed in as</span>
      <select
        value={person.id}
        onChange={({ target }) =>
          onChange(people.find(({ id }) => id === target.value) ?? people[0])
        }
      >
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
