'use client'

import {
  AppWindow,
  ArrowDown,
  ArrowUp,
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleQuestionMark,
  CloudOff,
  Download,
  File,
  FileArchive,
  FileCode,
  FileHeadphone,
  FileImage,
  FileInput,
  FileSpreadsheet,
  FileText,
  Film,
  Folder,
  KeyRound,
  Lock,
  LogIn,
  Pause,
  Play,
  Presentation,
  RotateCw,
  Timer,
  Upload,
  WifiOff,
  X,
} from 'lucide-react'
import type { ComponentType } from 'react'

export interface IconProps {
  readonly size: number
  readonly strokeWidth: number
  readonly 'aria-hidden': true
}

/** What each icon is for; the provider's `icons` puts others in their place. */
export const icons = {
  upload: Upload,
  close: X,
  retry: RotateCw,
  pause: Pause,
  resume: Play,
  download: Download,
  ascending: ArrowUp,
  descending: ArrowDown,
  empty: Folder,
  loadFailed: CloudOff,
  forbidden: Lock,
  queued: CircleDashed,
  paused: CirclePause,
  backoff: Timer,
  offline: WifiOff,
  otherTab: AppWindow,
  fileNeeded: FileInput,
  permissionNeeded: KeyRound,
  signInNeeded: LogIn,
  done: CircleCheck,
  failed: CircleAlert,
  cancelled: Ban,
  unknown: CircleQuestionMark,
  document: FileText,
  pdf: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  image: FileImage,
  video: Film,
  audio: FileHeadphone,
  archive: FileArchive,
  code: FileCode,
  file: File,
} as const satisfies Record<string, ComponentType<IconProps>>

export type IconName = keyof typeof icons
export type Icons = Readonly<Record<IconName, ComponentType<IconProps>>>
