/** A picture: rows of red, green, blue, alpha bytes. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** A point in a picture, in pixels from its top left corner; a pixel's centre lies at +0.5. */
export interface Point {
  x: number;
  y: number;
}
