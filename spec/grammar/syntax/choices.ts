import fc from 'fast-check';

/** A row of decisions, taken again from the start when it ends. Without any the first possibility is taken each time. */
export class Choices {
  private at = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  one<T>(possible: readonly T[]): T {
    const number = this.numbers.length === 0 ? 0 : this.numbers[this.at++ % this.numbers.length]!;
    return possible[number % possible.length]!;
  }

  /** True once in so many times. */
  rarely(times = 4): boolean {
    return this.one(Array.from({ length: times }, (_, i) => i === 1));
  }
}

export const choices: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(99), { maxLength: 97 });
