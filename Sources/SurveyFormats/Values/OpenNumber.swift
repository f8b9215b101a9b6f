import SurveyModel

/// A number in a cell that can be read in two ways, such as `50.000`, with both.
package struct OpenNumber: Hashable, Sendable {
  /// The cell and its line.
  let example: FormatFault.Example
  /// What it is where the point is the decimal mark, in digits with a point.
  let point: String
  /// What it is where the comma is the decimal mark, in digits with a point.
  let comma: String
  /// The decimal mark under which the other one parts thousands.
  let thousands: DecimalMark
  /// Whether the question takes whole numbers only.
  let isWhole: Bool

  /// None for a cell with one meaning.
  init?(_ example: FormatFault.Example, isWhole: Bool) {
    guard let form = NumberForm(example.text), form.isAmbiguous, let point = form.point,
      let comma = form.comma
    else { return nil }
    self.example = example
    self.point = point.text
    self.comma = comma.text
    thousands = point.fractionCount == 0 ? .point : .comma
    self.isWhole = isWhole
  }

  /// The number with thousands parted, as it is under the mark that allows that.
  private var large: String { thousands == .point ? point : comma }

  /// The number with a fraction, as it is under the other mark.
  private var small: String { thousands == .point ? comma : point }

  /// What the cell means under either mark.
  func meanings(in language: InterfaceLanguage) -> String {
    let (point, comma) = (shown(point, language), shown(comma, language))
    return language.choose(
      "“\(example.text)” là \(point) nếu dấu thập phân là dấu chấm, là \(comma) nếu là dấu phẩy",
      "“\(example.text)” is \(point) where the point is the decimal mark and \(comma) where the comma is"
    )
  }

  /// How to write it so that nobody asks.
  func clearly(in language: InterfaceLanguage) -> String {
    // Three digits behind a mark are thousands to somebody.
    let places = small.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    var clear = places == 0 ? "\(small).0" : places == 3 ? "\(small)0" : small
    if isWhole { clear = places == 0 ? small : "" }
    let texts = [clear, large].filter { !$0.isEmpty }.map { "“\(shown($0, language))”" }
    return texts.joined(separator: language.choose(" hoặc ", " or "))
  }

  private func shown(_ text: String, _ language: InterfaceLanguage) -> String {
    language.choose(text.replacing(".", with: ","), text)
  }
}

extension NumberForm.Reading {
  /// The digits that are needed, with a point before the fraction.
  fileprivate var text: String {
    let whole = String(decoding: digits.dropLast(fractionCount).drop { $0 == 0x30 }, as: UTF8.self)
    var fraction = digits.suffix(fractionCount)
    while fraction.last == 0x30 { fraction.removeLast() }
    let sign = isNegative ? "-" : ""
    let tail = fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self)
    return sign + (whole.isEmpty ? "0" : whole) + tail
  }
}
