import { type Refuse, refusalOf } from '../refusal.ts';

export const refuse: Refuse = refusalOf('as GGUF');
