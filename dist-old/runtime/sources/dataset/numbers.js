/** A list of numbers that grows, eight bytes each: of millions of rows an array of JavaScript's would take more. */
export class Numbers {
    values = new Float64Array(1024);
    length = 0;
    push(value) {
        if (this.length === this.values.length) {
            const larger = new Float64Array(this.values.length * 2);
            larger.set(this.values);
            this.values = larger;
        }
        this.values[this.length++] = value;
    }
    at(place) {
        if (!(place >= 0 && place < this.length))
            throw new RangeError(`no number ${place} of ${this.length}`);
        return this.values[place];
    }
}
