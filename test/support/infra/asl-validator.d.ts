declare module 'asl-validator' {
  /** Checks a state machine's definition against the schema and the flow of the Amazon States Language. */
  export default function validate(definition: object): {
    readonly isValid: boolean;
    errorsText(separator?: string): string;
  };
}
