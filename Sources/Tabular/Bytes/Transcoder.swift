/// Draws bytes from a source, some at a time, and hands out what a decoder makes of them.
///
/// What was decoded before a fault is handed out before the fault is thrown.
final class Transcoder {
  private let decoder: any TextDecoder
  private var input: [UInt8]
  private var inputCount = 0
  private var inputOffset: Int
  private var output: [UInt8]
  private var ready = 0..<0
  private var lines = LineCounter()
  private var isAtEnd = false
  private(set) var failure: TabularError?

  /// The result of ``read(into:from:)`` for a fault, which is then in ``failure``.
  static let failed = Int.min

  /// Makes a stage whose first byte has `offset` in the file.
  init(_ decoder: any TextDecoder, offset: Int, chunkSize: Int) {
    self.decoder = decoder
    inputOffset = offset
    input = Array(repeating: 0, count: max(1, chunkSize) + longestCarry)
    output = Array(repeating: 0, count: input.count * decoder.growth + 16)
  }

  /// Fills `target` as far as bytes are at hand; 0 is the end, and what is negative came from
  /// `source` or is ``failed``.
  func read(
    into target: UnsafeMutableRawBufferPointer,
    from source: (UnsafeMutableRawBufferPointer) -> Int
  ) -> Int {
    while ready.isEmpty {
      if failure != nil { return Self.failed }
      if isAtEnd { return 0 }
      let room = inputCount..<input.count
      let received = input.withUnsafeMutableBytes { bytes in
        source(UnsafeMutableRawBufferPointer(rebasing: bytes[room]))
      }
      if received < 0 { return received }
      inputCount += received
      isAtEnd = received == 0
      decodeInput()
    }
    let part = ready.prefix(target.count)
    target.copyBytes(from: output[part])
    ready = part.upperBound..<ready.upperBound
    return part.count
  }

  private func decodeInput() {
    let step = input.withUnsafeBytes { input in
      output.withUnsafeMutableBytes { output in
        let waiting = UnsafeRawBufferPointer(rebasing: input[..<inputCount])
        let step = decoder.decode(waiting, isLast: isAtEnd, into: output)
        lines.count(UnsafeRawBufferPointer(rebasing: output[..<step.produced]))
        return step
      }
    }
    ready = 0..<step.produced
    inputOffset += step.consumed
    if let fault = step.fault {
      failure = .undecodable(line: lines.line, offset: inputOffset, fault)
    } else {
      input.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[step.consumed..<inputCount])
        )
      }
      inputCount -= step.consumed
    }
  }
}
