/**
 * A reader for the small part of FlatBuffers that a TFLite file uses (flatbuffers.dev, "FlatBuffer
 * internals"): a table points back to a list of field offsets, and a missing field has its default.
 * Every read outside of the buffer throws a RangeError.
 */
export class Table {
  private constructor(
    private readonly view: DataView,
    private readonly at: number,
  ) {}

  /** The root table of a buffer. The four-letter file identifier, if any, follows its offset. */
  static root(bytes: Uint8Array): Table {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new Table(view, view.getUint32(0, true));
  }

  /** Where a field's value lies, or undefined when the file leaves it at its default. */
  private place(field: number): number | undefined {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const slot = 4 + 2 * field;
    if (slot >= this.view.getUint16(vtable, true)) return undefined;
    const offset = this.view.getUint16(vtable + slot, true);
    return offset === 0 ? undefined : this.at + offset;
  }

  /** Follows a field that refers to a table or a vector. */
  private target(field: number): number | undefined {
    const place = this.place(field);
    return place === undefined ? undefined : place + this.view.getUint32(place, true);
  }

  /** Start and length of a vector, checked against the buffer, so that no damage asks for gigabytes. */
  private vector(field: number, itemBytes: number): { start: number; length: number } {
    const target = this.target(field);
    if (target === undefined) return { start: 0, length: 0 };
    const length = this.view.getUint32(target, true);
    const start = target + 4;
    if (start + length * itemBytes > this.view.byteLength) {
      throw new RangeError('vector reaches beyond the end of the file');
    }
    return { start, length };
  }

  /** An unsigned byte, as enumerations are stored. */
  uint8(field: number, fallback = 0): number {
    const place = this.place(field);
    return place === undefined ? fallback : this.view.getUint8(place);
  }

  /** A signed 32-bit number. */
  int32(field: number, fallback = 0): number {
    const place = this.place(field);
    return place === undefined ? fallback : this.view.getInt32(place, true);
  }

  /** A vector of signed 32-bit numbers; empty when missing. */
  int32s(field: number): number[] {
    const { start, length } = this.vector(field, 4);
    return Array.from({ length }, (_, i) => this.view.getInt32(start + 4 * i, true));
  }

  /** A vector of bytes as a view on the file, not a copy; empty when missing. */
  bytes(field: number): Uint8Array {
    const { start, length } = this.vector(field, 1);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, length);
  }

  /** A UTF-8 string; empty when missing. */
  string(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  /** The table that a field refers to, if any. */
  table(field: number): Table | undefined {
    const target = this.target(field);
    return target === undefined ? undefined : new Table(this.view, target);
  }

  /** A vector of tables; empty when missing. */
  tables(field: number): Table[] {
    const { start, length } = this.vector(field, 4);
    return Array.from({ length }, (_, i) => {
      const place = start + 4 * i;
      return new Table(this.view, place + this.view.getUint32(place, true));
    });
  }
}
