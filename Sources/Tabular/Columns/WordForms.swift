import CScan

/// The codes of cells of at most 16 bytes, which are found several at a time.
///
/// Like ``WideForms``, with two words for each cell and the places close together.
struct WordForms {
  /// The longest cell.
  static let length = 16

  private struct Form {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var code: Int32 = -1
  }

  private var words = [UInt64](repeating: 0, count: 32)
  private var codes = [Int32](repeating: -1, count: 16)
  private var count = 0
  /// Whether some cells have more than eight bytes.
  private var hasHigh = false
  private var factors = Self.factors(0)

  private typealias Words = (UInt64, UInt64)

  /// Learns a cell that is not empty; one that is longer than ``length`` is not taken.
  mutating func insert(_ cell: Span<UInt8>, _ code: Int32) {
    guard !cell.isEmpty, cell.count <= Self.length else { return }
    var form = Form(code: code)
    for index in cell.indices {
      let byte = UInt64(cell[index]) &<< UInt64(8 * (index % 8))
      if index < 8 { form.low |= byte } else { form.high |= byte }
    }
    count += 1
    hasHigh = hasHigh || form.high != 0
    if count * 4 <= codes.count {
      let steps = place(form)
      if steps == 0 || count > Self.fewForms { return }
      build(forms)
    } else {
      build(forms + [form])
    }
  }

  private var forms: [Form] {
    codes.indices.compactMap { slot in
      words[2 * slot] == 0
        ? nil : Form(low: words[2 * slot], high: words[2 * slot + 1], code: codes[slot])
    }
  }

  /// Better numbers are looked for as long as there are no more cells than these.
  private static let fewForms = 64

  /// Tries numbers for the hash, more of them the fewer the cells are.
  private mutating func build(_ known: [Form]) {
    var size = 16
    while size < known.count * 4 { size *= 2 }
    var best: (steps: Int, forms: WordForms)?
    for attempt in 0..<UInt64(max(1, 512 / known.count)) {
      var other = WordForms()
      other.words = Array(repeating: 0, count: 2 * size)
      other.codes = Array(repeating: -1, count: size)
      other.count = count
      other.hasHigh = hasHigh
      other.factors = Self.factors(attempt)
      let steps = known.reduce(0) { $0 + other.place($1) }
      if steps < best?.steps ?? .max { best = (steps, other) }
      if steps == 0 { break }
    }
    if let best { self = best.forms }
  }

  private static func factors(_ attempt: UInt64) -> Words {
    let odd = attempt &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0x9E37_79B9_7F4A_7C15 &* odd, 0xC2B2_AE3D_27D4_EB4F &* odd)
  }

  /// Puts a form into the first free place, and says how many were taken before it.
  private mutating func place(_ form: Form) -> Int {
    let sum = form.low &* factors.0 &+ form.high &* factors.1
    var slot = Int(truncatingIfNeeded: sum &>> UInt64(shift))
    var steps = 0
    while words[2 * slot] != 0 {
      slot = (slot + 1) & (codes.count - 1)
      steps += 1
    }
    words[2 * slot] = form.low
    words[2 * slot + 1] = form.high
    codes[slot] = form.code
    return steps
  }

  /// The number of places is a power of two.
  private var shift: UInt32 { UInt32(64 - codes.count.trailingZeroBitCount) }

  /// Lends what many cells are looked up in; cells without bytes have the code `empty`.
  @inline(__always)
  func withTable<Value>(empty: Int32, _ body: (word_table) -> Value) -> Value {
    words.withUnsafeBufferPointer { words in
      codes.withUnsafeBufferPointer { codes in
        body(
          word_table(
            words: words.baseAddress,
            codes: codes.baseAddress,
            factors: factors,
            shift: shift,
            empty: empty,
            has_high: hasHigh ? 1 : 0
          )
        )
      }
    }
  }
}
