import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, FileList, FileUpload } from 'loadline'
import { useState, type ReactNode } from 'react'
import './recipes.css'

const pages = ['Documents', 'Schedule'] as const

/** The tray stands beside the pages, not on one: uploads go on, and stay in sight, wherever one goes. */
export function AppWithTray(): ReactNode {
  const [page, setPage] = useState<(typeof pages)[number]>('Documents')
  return (
    <div className="recipe-app">
      <nav className="recipe-row" aria-label="Pages">
        {pages.map((name) => (
          <button
            key={name}
            className="recipe-button"
            type="button"
            aria-current={name === page ? 'page' : undefined}
            onClick={() => setPage(name)}
          >
            {name}
          </button>
        ))}
      </nav>
      {page === 'Documents' ? (
        <>
          <FileUpload />
          <FileList />
        </>
      ) : (
        <p>Nothing is planned this week.</p>
      )}
      <FileActiveUploads placement="corner" defaultOpen autoDismissReady />
    </div>
  )
}

const meta = {
  title: 'Recipes/App-wide tray',
  component: AppWithTray,
  excludeStories: ['AppWithTray'],
} satisfies Meta<typeof AppWithTray>

export default meta

export const Default: StoryObj<typeof meta> = {}
