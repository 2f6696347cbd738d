package io.orderingengine.spi;

import java.nio.ByteBuffer;

/** A SHA-256 digest of 32 bytes, in big-endian parts. */
public record ContentDigest(long part1, long part2, long part3, long part4) {
  private static final int BYTES = 4 * Long.BYTES;

  /**
   * The digest of 32 bytes.
   *
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  public static ContentDigest of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("bytes must be " + BYTES + ", but were " + bytes.length);
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new ContentDigest(
        buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(part1)
        .putLong(part2)
        .putLong(part3)
        .putLong(part4)
        .array();
  }
}
