const EPSILON = 1e-7;

/** `coefficients · x = value`, by the number of each variable. */
export interface Equation {
  readonly coefficients: ReadonlyMap<number, number>;
  readonly value: number;
}

/**
 * The least and the most that a sum of non-negative variables can be under equations: a tableau of the simplex method, made feasible
 * once and asked often. Bland's rule, so it ends.
 */
export class Bounds {
  readonly #rows: Float64Array[];
  readonly #basis: number[];

  /** @throws Error where no numbers meet the equations: then the equations are wrong */
  constructor(
    private readonly variables: number,
    equations: readonly Equation[],
  ) {
    const width = variables + equations.length + 1;
    this.#rows = equations.map(({ coefficients, value }, index) => {
      const row = new Float64Array(width);
      const sign = value < 0 ? -1 : 1;
      for (const [variable, by] of coefficients) row[variable] = sign * by;
      row[variables + index] = 1;
      row[width - 1] = sign * value;
      return row;
    });
    this.#basis = equations.map((_, index) => variables + index);
    const cost = new Float64Array(width);
    for (const row of this.#rows)
      for (let column = 0; column < width; column += 1)
        if (column < variables || column === width - 1)
          cost[column] = (cost[column] ?? 0) - (row[column] ?? 0);
    this.descend(cost, this.#rows, this.#basis);
    if (-(cost[width - 1] ?? 0) > 1e-4) throw new Error('No numbers meet what was answered');
    this.dropArtificial();
  }

  /** @param target numbers of the variables that are summed */
  of(target: ReadonlyMap<number, number>): { readonly least: number; readonly most: number } {
    return { least: this.least(target, 1), most: -this.least(target, -1) };
  }

  private least(target: ReadonlyMap<number, number>, sign: number): number {
    const rows = this.#rows.map((row) => row.slice());
    const basis = [...this.#basis];
    const cost = new Float64Array(this.width);
    for (const [variable, by] of target) cost[variable] = sign * by;
    for (const [index, variable] of basis.entries()) {
      const by = cost[variable] ?? 0;
      if (by !== 0) subtract(cost, rows[index], by);
    }
    this.descend(cost, rows, basis);
    return -(cost[this.width - 1] ?? 0);
  }

  private get width(): number {
    return this.#rows[0]?.length ?? this.variables + 1;
  }

  /** Variables that only made it feasible leave, so that they never come back. */
  private dropArtificial(): void {
    for (let index = this.#basis.length - 1; index >= 0; index -= 1) {
      const row = this.#rows[index];
      if (row === undefined || (this.#basis[index] ?? 0) < this.variables) continue;
      const column = row.findIndex((value, at) => at < this.variables && Math.abs(value) > EPSILON);
      if (column >= 0) pivot(this.#rows, this.#basis, index, column);
      else {
        this.#rows.splice(index, 1);
        this.#basis.splice(index, 1);
      }
    }
  }

  private descend(cost: Float64Array, rows: Float64Array[], basis: number[]): void {
    const last = cost.length - 1;
    for (;;) {
      const column = cost.findIndex((value, at) => at < this.variables && value < -EPSILON);
      if (column < 0) return;
      let leaving = -1;
      let ratio = Infinity;
      for (const [index, row] of rows.entries()) {
        const by = row[column] ?? 0;
        if (by <= EPSILON) continue;
        const at = (row[last] ?? 0) / by;
        const better = at < ratio - EPSILON;
        const same = at < ratio + EPSILON && (basis[index] ?? 0) < (basis[leaving] ?? Infinity);
        if (better || same) [leaving, ratio] = [index, Math.min(at, ratio)];
      }
      if (leaving < 0) {
        cost[last] = Infinity;
        return;
      }
      pivot(rows, basis, leaving, column);
      subtract(cost, rows[leaving], cost[column] ?? 0);
    }
  }
}

function subtract(row: Float64Array, other: Float64Array | undefined, by: number): void {
  if (other === undefined || by === 0) return;
  for (let column = 0; column < row.length; column += 1)
    row[column] = (row[column] ?? 0) - by * (other[column] ?? 0);
}

function pivot(rows: readonly Float64Array[], basis: number[], index: number, column: number): void {
  const row = rows[index];
  if (row === undefined) return;
  const by = row[column] ?? 1;
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) / by;
  for (const [other, values] of rows.entries())
    if (other !== index && Math.abs(values[column] ?? 0) > 0) subtract(values, row, values[column] ?? 0);
  basis[index] = column;
}
