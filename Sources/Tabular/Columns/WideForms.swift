import CScan

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

  private static let free = label_form(
    words: (0, 0, 0, 0),
    code: -1,
    unused: (0, 0, 0, 0, 0, 0, 0)
  )

  private var forms = [label_form](repeating: Self.free, count: 16)
  private var count = 0
  private var factors = Self.factors(0)

  private typealias Words = (UInt64, UInt64, UInt64, UInt64)

  /// Learns a cell that is not empty; one that is longer than ``length`` is not taken.
  mutating func insert(_ cell: Span<UInt8>, _ code: Int32) {
    guard !cell.isEmpty, cell.count <= Self.length else { return }
    var form = Self.free
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
    count += 1
    if count * 4 <= forms.count {
      let steps = Self.place(form, factors, in: &forms)
      if steps == 0 || count > Self.fewForms { return }
      build(forms.filter { !$0.isFree })
    } else {
      build(forms.filter { !$0.isFree } + [form])
    }
  }

  /// Better numbers are looked for as long as there are no more cells than these.
  private static let fewForms = 64

  /// Tries numbers for the hash, more of them the fewer the cells are.
  private mutating func build(_ known: [label_form]) {
    var size = 16
    while size < known.count * 4 { size *= 2 }
    var best: (steps: Int, factors: Words, forms: [label_form])?
    for attempt in 0..<UInt64(max(1, 512 / known.count)) {
      let factors = Self.factors(attempt)
      var forms = [label_form](repeating: Self.free, count: size)
      let steps = known.reduce(0) { $0 + Self.place($1, factors, in: &forms) }
      if steps < best?.steps ?? .max { best = (steps, factors, forms) }
      if steps == 0 { break }
    }
    if let best { (factors, forms) = (best.factors, best.forms) }
  }

  private static func factors(_ attempt: UInt64) -> Words {
    let odd = attempt &* 0x9E37_79B9_7F4A_7C15 | 1
    return (
      0x9E37_79B9_7F4A_7C15 &* odd,
      0xC2B2_AE3D_27D4_EB4F &* odd,
      0x1656_67B1_9E37_79F9 &* odd,
      0xA076_1D64_78BD_642F &* odd
    )
  }

  /// Puts a form into the first free place, and says how many were taken before it.
  private static func place(
    _ form: label_form,
    _ factors: Words,
    in forms: inout [label_form]
  ) -> Int {
    var sum = form.words.0 &* factors.0
    sum &+= form.words.1 &* factors.1
    sum &+= form.words.2 &* factors.2
    sum &+= form.words.3 &* factors.3
    var slot = Int(truncatingIfNeeded: sum &>> UInt64(shift(forms.count)))
    var steps = 0
    while !forms[slot].isFree {
      slot = (slot + 1) & (forms.count - 1)
      steps += 1
    }
    forms[slot] = form
    return steps
  }

  /// `size` is a power of two.
  private static func shift(_ size: Int) -> UInt32 { UInt32(64 - size.trailingZeroBitCount) }

  /// Lends what many cells are looked up in; cells without bytes have the code `empty`.
  @inline(__always)
  func withTable<Value>(empty: Int32, _ body: (label_table) -> Value) -> Value {
    forms.withUnsafeBufferPointer { forms in
      body(
        label_table(
          forms: forms.baseAddress,
          factors: factors,
          shift: Self.shift(forms.count),
          empty: empty
        )
      )
    }
  }
}

extension label_form {
  /// Whether no cell stands here.
  fileprivate var isFree: Bool { words.0 | words.1 | words.2 | words.3 == 0 }
}
