import type { FormatReader } from './format.ts';
import { pytorch } from './pytorch/pytorch.ts';
import { safetensors } from './safetensors.ts';

/** Every format that can be read, in the order in which their `recognises` are asked. */
export const FORMATS: readonly FormatReader[] = [pytorch, safetensors];
