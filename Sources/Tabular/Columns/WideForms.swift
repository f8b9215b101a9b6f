/// The codes of cells of at most 32 bytes, found without asking how long a cell is.
///
/// A cell is taken as four words, what lies behind its end being zeros. Which of a few labels
/// comes next cannot be foreseen, and neither can its length, so no branch depends on it; cells
/// hold no NUL, so that no two of them have the same words. The hash is the sum of the words
/// times odd numbers, whose high bits are used (Dietzfelbinger et al. 1997).
struct WideForms {
  /// The longest cell.
  static let length = 32

  fileprivate struct Form {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var code: Int32 = -1
  }

  private var forms = [Form](repeating: Form(), count: 16)
  private var count = 0
  private var shift: UInt64 = 60

  /// For each length four words: which of their bits belong to the cell.
  static let masks: [UInt64] = (0...length).flatMap { length in
    (0..<4).map { word in
      let bytes = min(max(length - ByteWord.length * word, 0), ByteWord.length)
      return bytes == 0 ? 0 : UInt64.max &>> UInt64(64 - 8 * bytes)
    }
  }

  /// Learns a cell that is not empty; one that is longer than ``length`` is not taken.
  mutating func insert(_ cell: Span<UInt8>, _ code: Int32) {
    guard !cell.isEmpty, cell.count <= Self.length else { return }
    if (count + 1) * 2 > forms.count { grow() }
    var form = Form()
    form.code = code
    for index in cell.indices {
      let byte = UInt64(cell[index]) &<< UInt64(8 * (index % 8))
      switch index / 8 {
      case 0: form.words.0 |= byte
      case 1: form.words.1 |= byte
      case 2: form.words.2 |= byte
      default: form.words.3 |= byte
      }
    }
    place(form)
    count += 1
  }

  private mutating func grow() {
    let old = forms
    forms = Array(repeating: Form(), count: 2 * old.count)
    shift -= 1
    for form in old where form.words != (0, 0, 0, 0) { place(form) }
  }

  private mutating func place(_ form: Form) {
    var slot = Self.slot(form.words, shift)
    while forms[slot].words != (0, 0, 0, 0) {
      slot = (slot + 1) & (forms.count - 1)
    }
    forms[slot] = form
  }

  @inline(__always)
  fileprivate static func slot(_ words: (UInt64, UInt64, UInt64, UInt64), _ shift: UInt64) -> Int {
    var sum = words.0 &* 0x9E37_79B9_7F4A_7C15
    sum &+= words.1 &* 0xC2B2_AE3D_27D4_EB4F
    sum &+= words.2 &* 0x1656_67B1_9E37_79F9
    sum &+= words.3 &* 0xA076_1D64_78BD_642F
    return Int(truncatingIfNeeded: sum &>> shift)
  }

  /// Lends what many cells are looked up in.
  @inline(__always)
  func withTable<Value>(_ body: (borrowing Table) -> Value) -> Value {
    forms.withUnsafeBufferPointer { forms in
      Self.masks.withUnsafeBufferPointer { masks in
        body(Table(forms: forms, masks: masks, shift: shift))
      }
    }
  }

  /// The forms while they are lent.
  struct Table: ~Copyable {
    fileprivate let forms: UnsafeBufferPointer<Form>
    fileprivate let masks: UnsafeBufferPointer<UInt64>
    fileprivate let shift: UInt64

    /// The code of the cell of `count` bytes that begins at `start`, -1 for an unknown one.
    ///
    /// It has at most ``WideForms/length`` bytes, and as many may be read from its start on.
    @inline(__always)
    func code(in bytes: RawSpan, _ start: Int, _ count: Int) -> Int32 {
      let first = 4 &* count
      let words = (
        ByteWord(bytes, at: start).bits & masks[first],
        ByteWord(bytes, at: start &+ 8).bits & masks[first &+ 1],
        ByteWord(bytes, at: start &+ 16).bits & masks[first &+ 2],
        ByteWord(bytes, at: start &+ 24).bits & masks[first &+ 3]
      )
      var slot = WideForms.slot(words, shift)
      while true {
        let form = forms[slot]
        let difference =
          (form.words.0 ^ words.0) | (form.words.1 ^ words.1) | (form.words.2 ^ words.2)
          | (form.words.3 ^ words.3)
        if difference == 0 || form.words.0 == 0 { return difference == 0 ? form.code : -1 }
        slot = (slot &+ 1) & (forms.count &- 1)
      }
    }
  }
}
