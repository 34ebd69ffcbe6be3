export interface RowIdentity {
  readonly longname: string;
  readonly slice_id?: number | undefined;
}

/** What tells a row from all others: the layer's name, with the matrix's number where each is a row of its own. */
export function rowName({ longname, slice_id }: RowIdentity): string {
  return slice_id === undefined ? longname : `${longname} [${slice_id}]`;
}
