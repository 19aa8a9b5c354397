/** The path to a key of a case, as written: `['expect', 'output', 'items', 0, 'id']`. */
export type CasePath = readonly (string | number)[];
