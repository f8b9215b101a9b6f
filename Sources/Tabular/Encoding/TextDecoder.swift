/// Turns bytes of one encoding into UTF-8; keeps nothing between calls.
protocol TextDecoder: Sendable {
  /// The most bytes of UTF-8 that one byte becomes, rounded up.
  var growth: Int { get }

  /// Converts as much of `input` as can be decided.
  ///
  /// What depends on bytes that are still to come, at most ``longestCarry`` of them, is left
  /// unless `isLast`. `output` has room for `growth` bytes for each byte of input and 16 more.
  func decode(
    _ input: UnsafeRawBufferPointer,
    isLast: Bool,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecodingStep
}

/// How far a decoder came.
struct DecodingStep {
  /// The bytes of input that are done with; with a fault, the offset of the fault.
  var consumed = 0
  /// The bytes of UTF-8 that were written.
  var produced = 0
  /// Why decoding stops here.
  var fault: EncodingFault?
}

/// The most bytes that a decoder leaves for its next call.
let longestCarry = 15
