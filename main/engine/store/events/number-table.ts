/** A growing list of numbers from 1 on; 0 always stands for 0. */
export class NumberTable {
  #numbers = new Int32Array(1024);
  #length = 1;

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = number;
  }

  get(index: number): number {
    return this.#numbers[index] ?? 0;
  }
}
