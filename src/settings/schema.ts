import type * as z from 'zod';
import { ANALYSIS } from './groups/analysis.ts';
import { GATE } from './groups/gate.ts';
import { LAYERS } from './groups/layers.ts';
import { REPORT } from './groups/report.ts';
import { RUN } from './groups/run.ts';
import { SOURCE } from './groups/source.ts';
import { inGroup, type Setting } from './setting.ts';

/** Every setting there is, with its default. */
export const SETTINGS = {
  ...inGroup('gate', GATE),
  ...inGroup('layers', LAYERS),
  ...inGroup('analysis', ANALYSIS),
  ...inGroup('run', RUN),
  ...inGroup('source', SOURCE),
  ...inGroup('report', REPORT),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

/** The settings of a run, complete. */
export type Settings = { readonly [Name in SettingName]: z.infer<(typeof SETTINGS)[Name]['schema']> };
