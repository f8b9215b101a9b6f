extension ByteStream {
  /// The next bytes of the stream as they are, or none at the end.
  package func nextChunk() throws(TabularError) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    let received = try read(into: &chunk, at: 0)
    guard received > 0 else { return nil }
    chunk.removeLast(chunk.count - received)
    return chunk
  }

  /// Lends all bytes that are left, in order.
  package func forEachChunk(_ body: (Span<UInt8>) -> Void) throws(TabularError) {
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    while true {
      let received = try read(into: &chunk, at: 0)
      guard received > 0 else { return }
      body(chunk.span.extracting(0..<received))
    }
  }
}
