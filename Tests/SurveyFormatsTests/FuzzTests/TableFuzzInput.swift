import SurveyFormats
import SurveyStatistics
import Tabular

/// A small made-up table with some of its bytes changed, and the form it is read with.
///
/// An input depends on its seed alone, so a failure can be looked at again.
struct TableFuzzInput {
  let form: RandomForm
  let bytes: [UInt8]
  let request: TableRequest
  let options: ValueOptions

  init(seed: Int, forms: [RandomForm]) {
    let form = forms[seed % forms.count]
    self.form = form
    var generator = SplitMix64(seed: UInt64(seed))
    var bytes = Array(form.table(turn: seed, limit: 6).utf8)
    for _ in 0..<Int.random(in: 0...4, using: &generator) { Self.change(&bytes, &generator) }
    if Int.random(in: 0..<6, using: &generator) == 0 { bytes = Self.wide(bytes, &generator) }
    self.bytes = bytes
    var request = TableRequest()
    if Int.random(in: 0..<8, using: &generator) == 0 {
      request.encoding = TextEncoding.allCases.randomElement(using: &generator)
    }
    request.acceptsGuesses = Bool.random(using: &generator)
    request.repairsMojibake = Int.random(in: 0..<8, using: &generator) == 0
    self.request = request
    var options = ValueOptions()
    if Bool.random(using: &generator) {
      options.decimalMark = DecimalMark.allCases.randomElement(using: &generator)
    }
    if Bool.random(using: &generator) {
      options.dateOrder = DateOrder.allCases.randomElement(using: &generator)
    }
    self.options = options
  }

  private static func change(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &generator)
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
    case 2:
      let end = min(bytes.count, place + Int.random(in: 1...20, using: &generator))
      bytes.removeSubrange(place..<end)
    case 3:
      if Int.random(in: 0..<4, using: &generator) == 0 { bytes.removeSubrange(place...) }
    default:
      let cell = Self.pieces.randomElement(using: &generator) ?? ""
      bytes.insert(contentsOf: Array(cell.utf8), at: place)
    }
  }

  /// The same text in UTF-16.
  private static func wide(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    let isLittle = Bool.random(using: &generator)
    let hasMark = Bool.random(using: &generator)
    let text = (hasMark ? "\u{FEFF}" : "") + String(decoding: bytes, as: UTF8.self)
    return text.utf16.flatMap { unit in
      let low = UInt8(unit & 0xFF)
      let high = UInt8(unit >> 8)
      return isLittle ? [low, high] : [high, low]
    }
  }

  private static let pieces =
    RandomForm.strange + [
      ",", ";", "\t", "\"", "\n", "\r", "\r\n", "\n\n", "c0", "Câu 1", "ghi chu,", "sep=;\n",
      "Tổng cộng,", "Trung bình", "1e400", "9,12E+08", "45928", "12/31/2025", "a\u{301}", "\u{0}",
      "\u{FEFF}", "Ráº¥t khÃ´ng", "_rejected_code", "c1/2", "c0___1", "Câu 0 [Câu 1]",
    ]
}
