import { type Refuse, refusalOf } from '../refusal.ts';

const CURE =
  'The file is damaged, was cut short, or was made to mislead: write it again with numpy.save or numpy.savez';

export const refuse: Refuse = refusalOf('as a NumPy array', CURE);
