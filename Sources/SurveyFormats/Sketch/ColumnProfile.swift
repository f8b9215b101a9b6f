import SurveyModel

/// What stands in the cells of one column.
///
/// Memory is bounded: beyond a number of different texts a column is open, and only shapes count.
struct ColumnProfile {
  /// The place of the column, from 0.
  let position: Int
  /// The name as the importer shows it, put together where the header has two rows.
  let header: String
  /// The question above, where the header has two rows or two parts.
  let group: String?
  /// The part of that question.
  let part: String?

  /// Cells with something in them.
  private(set) var filled = 0
  /// Cells without.
  private(set) var blank = 0
  /// The different texts with their numbers, as long as there are few.
  private(set) var counts: [String: Int] = [:]
  /// Whether there are too many different texts to be options.
  private(set) var isOpen = false
  private(set) var shapes: [CellShape: Int] = [:]
  /// The highest and the lowest whole number.
  private(set) var range: ClosedRange<Int>?
  private(set) var mailLike = 0
  private(set) var phoneLike = 0
  private(set) var longest = 0

  /// Columns with more different texts are open.
  static let valueLimit = 2000
  /// Longer texts are no options.
  static let lengthLimit = 300

  init(position: Int, header: String, group: String? = nil, part: String? = nil) {
    self.position = position
    self.header = header
    self.group = group
    self.part = part
  }

  /// Takes in a cell.
  mutating func add(_ cell: String) {
    let text = cell.composed.trimmed
    guard !text.isEmpty else {
      blank += 1
      return
    }
    filled += 1
    longest = max(longest, text.utf8.count)
    if let known = counts[text] {
      counts[text] = known + 1
    } else if !isOpen {
      if counts.count >= Self.valueLimit || text.utf8.count > Self.lengthLimit {
        isOpen = true
      } else {
        counts[text] = 1
      }
    }
    let shape = CellShape(text)
    shapes[shape, default: 0] += 1
    switch shape {
    case .integer:
      if let number = NumberText.parseInteger(text) {
        range =
          range.map { min($0.lowerBound, number)...max($0.upperBound, number) }
          ?? number...number
        if PersonalData.isPhone(text) { phoneLike += 1 }
      }
    case .digits, .words:
      if PersonalData.isMail(text) { mailLike += 1 }
      if PersonalData.isPhone(text) { phoneLike += 1 }
    case .decimal, .date: break
    }
  }

  /// The different texts, in an order that does not depend on the order of the rows.
  var values: [String] { counts.keys.sorted { VietnameseOrder.precedes($0, $1) } }

  /// Whether every cell is of one of these shapes, those in `aside` not counted.
  func consists(of allowed: Set<CellShape>, aside: Set<String> = []) -> Bool {
    var rest = shapes
    for text in aside {
      if let count = counts[text] { rest[CellShape(text), default: 0] -= count }
    }
    return rest.allSatisfy { $0.value <= 0 || allowed.contains($0.key) }
  }

  /// Whether most texts occur again and again, as options do.
  func repeats(aside: Set<String> = []) -> Bool {
    guard !isOpen else { return false }
    let kept = counts.filter { !aside.contains($0.key) }
    let answers = kept.values.reduce(0, +)
    let singles = kept.values.count { $0 == 1 }
    guard !kept.isEmpty, kept.count <= 60 else { return false }
    if kept.count <= 2, answers >= 4 { return answers >= kept.count * 2 }
    return answers >= kept.count * 3 && singles * 2 <= kept.count
  }
}
