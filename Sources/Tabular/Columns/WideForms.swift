/// The codes of cells of at most 32 bytes, found without asking how long a cell is.
///
/// A cell is taken as four words, what lies behind its end being zeros. Which of a few labels
/// comes next cannot be foreseen, and neither can its length, so no branch depends on it; cells
/// hold no NUL, so that no two of them have the same words. The hash is the sum of the words
/// times odd numbers, whose high bits are used (Dietzfelbinger et al. 1997); the numbers are
/// changed until few cells are not found at the first place.
struct WideForms {
  /// The longest cell.
  static let length = 32

  /// The bytes of a cell in their order, zeros behind it.
  fileprivate typealias Words = SIMD4<UInt64>

  fileprivate struct Form {
    /// Zeros in a free place.
    var words = Words.zero
    var code: Int32 = -1
  }

  private var forms = [Form](repeating: Form(), count: 16)
  private var count = 0
  private var factors = Self.factors(0)

  /// For each length which bits of the words belong to the cell.
  private static let masks: [Words] = (0...length).map { length in
    Words(
      (0..<4).map { word in
        let bytes = min(max(length - ByteWord.length * word, 0), ByteWord.length)
        return bytes == 0 ? 0 : UInt64.max &>> UInt64(64 - 8 * bytes)
      }
    )
  }

  /// Learns a cell that is not empty; one that is longer than ``length`` is not taken.
  mutating func insert(_ cell: Span<UInt8>, _ code: Int32) {
    guard !cell.isEmpty, cell.count <= Self.length else { return }
    var form = Form()
    form.code = code
    for index in cell.indices {
      form.words[index / 8] |= UInt64(cell[index]) &<< UInt64(8 * (index % 8))
    }
    count += 1
    if count * 4 <= forms.count {
      let steps = Self.place(form, factors, in: &forms)
      if steps == 0 || count > Self.fewForms { return }
      build(forms.filter { $0.words != .zero })
    } else {
      build(forms.filter { $0.words != .zero } + [form])
    }
  }

  /// Better numbers are looked for as long as there are no more cells than these.
  private static let fewForms = 64

  /// Tries numbers for the hash, more of them the fewer the cells are.
  private mutating func build(_ known: [Form]) {
    var size = 16
    while size < known.count * 4 { size *= 2 }
    var best: (steps: Int, factors: Words, forms: [Form])?
    for attempt in 0..<UInt64(max(1, 512 / known.count)) {
      let factors = Self.factors(attempt)
      var forms = [Form](repeating: Form(), count: size)
      let steps = known.reduce(0) { $0 + Self.place($1, factors, in: &forms) }
      if steps < best?.steps ?? .max { best = (steps, factors, forms) }
      if steps == 0 { break }
    }
    if let best { (factors, forms) = (best.factors, best.forms) }
  }

  private static func factors(_ attempt: UInt64) -> Words {
    let odd = attempt &* 0x9E37_79B9_7F4A_7C15 | 1
    return Words(
      0x9E37_79B9_7F4A_7C15 &* odd,
      0xC2B2_AE3D_27D4_EB4F &* odd,
      0x1656_67B1_9E37_79F9 &* odd,
      0xA076_1D64_78BD_642F &* odd
    )
  }

  /// Puts a form into the first free place, and says how many were taken before it.
  private static func place(_ form: Form, _ factors: Words, in forms: inout [Form]) -> Int {
    var slot = slot(form.words, factors, shift(forms.count))
    var steps = 0
    while forms[slot].words != .zero {
      slot = (slot + 1) & (forms.count - 1)
      steps += 1
    }
    forms[slot] = form
    return steps
  }

  /// `size` is a power of two.
  private static func shift(_ size: Int) -> UInt64 { UInt64(64 - size.trailingZeroBitCount) }

  @inline(__always)
  fileprivate static func slot(_ words: Words, _ factors: Words, _ shift: UInt64) -> Int {
    var sum = words[0] &* factors[0]
    sum &+= words[1] &* factors[1]
    sum &+= words[2] &* factors[2]
    sum &+= words[3] &* factors[3]
    return Int(truncatingIfNeeded: sum &>> shift)
  }

  /// Lends what many cells are looked up in.
  @inline(__always)
  func withTable<Value>(_ body: (borrowing Table) -> Value) -> Value {
    forms.withUnsafeBufferPointer { forms in
      Self.masks.withUnsafeBufferPointer { masks in
        body(
          Table(forms: forms, masks: masks, factors: factors, shift: Self.shift(forms.count))
        )
      }
    }
  }

  /// The forms while they are lent.
  struct Table: ~Copyable {
    fileprivate let forms: UnsafeBufferPointer<Form>
    fileprivate let masks: UnsafeBufferPointer<Words>
    fileprivate let factors: Words
    fileprivate let shift: UInt64

    /// The code of the cell of `count` bytes that begins at `start`, -1 for an unknown one.
    ///
    /// It has at most ``WideForms/length`` bytes, and as many may be read from its start on.
    @inline(__always)
    func code(in bytes: RawSpan, _ start: Int, _ count: Int) -> Int32 {
      let all = bytes.unsafeLoadUnaligned(fromByteOffset: start, as: Words.self)
      let words = all & masks[count]
      var slot = WideForms.slot(words, factors, shift)
      while true {
        let form = forms[slot]
        if form.words == words { return form.code }
        if form.words == .zero { return -1 }
        slot = (slot &+ 1) & (forms.count &- 1)
      }
    }
  }
}
